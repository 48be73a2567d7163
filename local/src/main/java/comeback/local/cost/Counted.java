package comeback.local.cost;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was counted, by the name of what happens.
 *
 * @param amounts by title, as in the README's table
 */
public record Counted(Map<String, Amounts> amounts) {
    static final String RESOURCE = "counted.csv";

    /** Another event of a customer whose alarm stands. */
    public static final String EVENT = "another event of a customer whose alarm stands, nothing due";

    public static final String ORDER = "an order, its letter and its end, in all functions";
    public static final String REMINDER = "a cart reminder, from its alarm to delivered, in all functions";
    public static final String OPENED = "SES tells that it was opened";
    public static final String CLICKED = "SES tells that a link in it was followed";
    public static final String SWEEP =
            "ten minutes of sweeps, which find out that a person followed it and tell their customer";

    public Counted {
        amounts = Map.copyOf(amounts);
    }

    /** As the build counted them last. */
    static Counted read() {
        return new Counted(Table.read(RESOURCE).stream()
                .collect(Collectors.toMap(
                        row -> row.text("what"),
                        row -> new Amounts(
                                row.number("invocations"),
                                row.number("dynamodb calls"),
                                row.number("scheduler calls"),
                                row.number("ses calls"),
                                row.number("read units"),
                                row.number("write units"),
                                row.number("log bytes")))));
    }

    Amounts of(String what) {
        return Optional.ofNullable(amounts.get(what))
                .orElseThrow(() -> new IllegalStateException("nobody counted \"" + what + "\""));
    }
}
