package comeback.condition;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two things can be compared at all, found out when the file is read. */
final class Likeness {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,4})?) ([A-Z]{3})");

    private Likeness() {}

    /** The operand as it is meant beside the other: beside an amount of money, a text as "50 USD" is one. */
    static Operand beside(Operand operand, Operand other) {
        return other.kind() == Kind.MONEY
                        && operand instanceof Operand.Literal literal
                        && literal.value() instanceof Value.Text text
                ? amount(text.text())
                        .<Operand>map(money -> new Operand.Literal(new Value.Amount(money), Kind.MONEY, literal.text()))
                        .orElse(operand)
                : operand;
    }

    private static Optional<Money> amount(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Currency> currency = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(matcher.group(2)))
                .findFirst();
        BigDecimal amount = new BigDecimal(matcher.group(1));
        // Digits that the currency does not have would be rounded away, and the comparison would not be what it says.
        return currency.filter(known -> amount.scale() <= Math.max(0, known.getDefaultFractionDigits()))
                .map(known -> Money.of(amount, known));
    }

    /** What is wrong with comparing them, if something is. */
    static Optional<String> mistake(Operand left, Operator operator, Operand right) {
        if (left instanceof Operand.Literal && right instanceof Operand.Literal) {
            return Optional.of("this compares nothing that could change");
        }
        if (left.kind() == Kind.MONEY || right.kind() == Kind.MONEY) {
            return money(left, right);
        }
        if (left.kind() != right.kind() && left.kind() != Kind.ANYTHING && right.kind() != Kind.ANYTHING) {
            return Optional.of(left.text() + " is " + left.kind().inWords() + ", and " + right.text() + " is "
                    + right.kind().inWords());
        }
        if (operator.asksForOrder() && !(left.kind().hasOrder() && right.kind().hasOrder())) {
            Operand without = left.kind().hasOrder() ? right : left;
            return Optional.of(without.text() + " is " + without.kind().inWords() + ": it can be == or !=, not "
                    + operator.sign());
        }
        return choice(left, right).or(() -> choice(right, left));
    }

    private static Optional<String> money(Operand left, Operand right) {
        Operand other = left.kind() == Kind.MONEY ? right : left;
        boolean isZero = other instanceof Operand.Literal literal
                && literal.value() instanceof Value.Quantity number
                && number.number().signum() == 0;
        if (other.kind() == Kind.MONEY || isZero) {
            return Optional.empty();
        }
        Operand money = left.kind() == Kind.MONEY ? left : right;
        return Optional.of(
                money.text() + " is an amount of money: compare it with an amount and its currency, as \"50 USD\"");
    }

    private static Optional<String> choice(Operand look, Operand literal) {
        return look instanceof Operand.Look(Fact fact, String argument, String text)
                        && !fact.choices().isEmpty()
                        && literal instanceof Operand.Literal written
                        && written.value() instanceof Value.Text value
                        && !fact.choices().contains(value.text())
                ? Optional.of(text + " is never " + written.text() + "; it is " + Choices.inWords(fact))
                : Optional.empty();
    }
}
