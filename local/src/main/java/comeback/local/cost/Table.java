package comeback.local.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The small tables beside this package's classes: a line of names, then a line a row, with semicolons between the cells. */
final class Table {
    private static final String BETWEEN = ";";

    private Table() {}

    static List<Row> read(String resource) {
        try (InputStream file = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource)) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] names = lines.getFirst().split(BETWEEN, -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> row(names, line.split(BETWEEN, -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Row row(String[] names, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return new Row(row);
    }

    record Row(Map<String, String> cells) {
        String text(String name) {
            return Objects.requireNonNull(cells.get(name), name);
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }
    }
}
