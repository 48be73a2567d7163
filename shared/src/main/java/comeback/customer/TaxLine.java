package comeback.customer;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A tax on an order.
 *
 * @param name as the shop calls it: "VAT"; "" when it does not
 * @param percent its rate, if the shop said it: 20 is 20 %
 * @param amount how much of it
 */
public record TaxLine(String name, Optional<BigDecimal> percent, Money amount) {
    public static final int NAME_MAX = 60;

    public TaxLine {
        name = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
        // 20.00 is 20: what is equal must look equal.
        percent = percent.map(rate -> rate.signum() == 0 ? BigDecimal.ZERO : rate.stripTrailingZeros());
    }
}
