package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the console says that a letter costs is what the build counted of it, at the prices of the dated table. */
class CostOfALetterTest {
    private static final Path SHOWN =
            Path.of("../functions/console/src/main/resources/comeback/console/reports/cost.csv");
    private static final int DECIMALS = 9;

    @Test
    void the_console_reckons_with_what_was_counted_and_with_the_prices_of_the_table() throws IOException {
        Map<String, Double> each = Bill.ofLetters(Counted.read(), Prices.read());
        String expected = Stream.of("sent", "opened", "clicked", "skipped")
                .map(what -> what + ";"
                        + BigDecimal.valueOf(each.getOrDefault(what, 0.0))
                                .setScale(DECIMALS, RoundingMode.HALF_UP)
                                .toPlainString()
                        + ";2026-11")
                .collect(Collectors.joining("\n", "what;dollars each;prices of\n", "\n"));

        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(SHOWN, expected);
        }
        assertThat(Files.readString(SHOWN)).isEqualTo(expected);
        assertThat(Files.readString(Path.of("src/main/resources/comeback/local/cost/prices.csv")))
                .as("when the prices were read, as the console says")
                .contains("read 2026-11");
    }
}
