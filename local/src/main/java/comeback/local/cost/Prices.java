package comeback.local.cost;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * AWS's public prices in dollars (us-east-1), and what is assumed where nothing can be counted without an account: how long
 * AWS lets a function wait. {@code prices.csv} says for each when it was read, and where.
 */
record Prices(Map<String, Double> dollars) {
    static Prices read() {
        return new Prices(Table.read("prices.csv").stream()
                .collect(Collectors.toMap(row -> row.text("what"), row -> row.number("number"))));
    }

    double of(String what) {
        return Optional.ofNullable(dollars.get(what))
                .orElseThrow(() -> new IllegalStateException("prices.csv lacks \"" + what + "\""));
    }
}
