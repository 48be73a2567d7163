package comeback.render;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Products for sample letters.
 *
 * @param shop where their pages and pictures are
 */
record SampleGoods(String shop) {
    private static final List<String> PICTURES = List.of("mug", "scarf", "lamp", "bag");
    /** The first so many of four products, again and again. */
    List<Line> lines(SampleCountry country, Currency currency, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line(country, currency, i))
                .toList();
    }

    Line line(SampleCountry country, Currency currency, int i) {
        int which = i % PICTURES.size();
        String picture = PICTURES.get(which);
        String price = prices(currency).get(which);
        return new Line(
                "p-" + i,
                Optional.of("v-" + i),
                country.titles.get(which),
                Optional.of(country.variants.get(which)),
                Optional.of(shop + "/products/" + picture + "?ref=mail&n=" + i),
                Optional.of(shop + "/shop/" + picture + ".png"),
                i == 0 ? 2 : 1,
                Optional.of(Money.of(new BigDecimal(price), currency)));
    }

    static Line withoutPicture(Line line) {
        return changed(line, line.title(), Optional.empty());
    }

    /** With one word that is longer than a phone is wide. */
    static Line withLongWords(Line line, SampleCountry country) {
        return changed(line, country.longWord, line.imageUrl());
    }

    static Line titled(Line line, String title) {
        return changed(line, title, line.imageUrl());
    }

    private static List<String> prices(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "KRW" -> List.of("28000", "89000", "154000", "42000");
            case "JPY" -> List.of("3200", "9800", "17600", "4800");
            case "TRY" -> List.of("640.00", "1968.00", "3450.50", "890.00");
            default -> List.of("24.00", "68.50", "129.00", "32.00");
        };
    }

    private static Line changed(Line line, String title, Optional<String> picture) {
        return new Line(
                line.productId(),
                line.variantId(),
                title,
                line.variant(),
                line.url(),
                picture,
                line.quantity(),
                line.price());
    }
}
