package comeback.local.importing;

import comeback.json.Fields;
import comeback.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The lines of a file, with the numbers under which an editor shows them. Who is wrong in it is told by who reads it. */
final class ImportFile {
    private static final String LIST = "lines";

    private ImportFile() {}

    /**
     * A line.
     *
     * @param number from one; of a list the number of the element
     * @param text one JSON object, if it is right
     */
    record Line(int number, String text) {}

    /** All of them. A shop of a hundred thousand orders has some 50 MB of them. */
    static List<Line> read(Path file) {
        try {
            String text = Files.readString(file);
            return text.stripLeading().startsWith("[") ? elements(file, text) : lines(text);
        } catch (IOException e) {
            throw new NotImported(file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, line.strip()));
            }
        }
        return lines;
    }

    private static List<Line> elements(Path file, String text) {
        return switch (Json.parseList(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), LIST)) {
            case Json.Parsed.Broken(String why) -> throw new NotImported(file + ": " + why);
            case Json.Parsed.Value(Map<String, Object> object) -> {
                List<Line> lines = new ArrayList<>();
                for (Object element : object.get(LIST) instanceof List<?> list ? list : List.of()) {
                    lines.add(new Line(lines.size() + 1, Json.print(element)));
                }
                yield lines;
            }
        };
    }

    /**
     * The lines in such an order that those of one person stand together: what would follow for a person can only be told by
     * who sees all of theirs at once.
     */
    static List<List<Line>> byPerson(List<Line> lines) {
        Map<String, String> users = new HashMap<>();
        Map<Line, Fields> read = new LinkedHashMap<>();
        for (Line line : lines) {
            Fields fields = Json.parse(line.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            instanceof Json.Parsed.Value(Map<String, Object> object)
                    ? Fields.of(object)
                    : Fields.of(Map.of());
            read.put(line, fields);
            String user = user(fields);
            String email = email(fields);
            if (!user.isEmpty() && !email.isEmpty()) {
                users.put(email, user);
            }
        }
        Map<String, List<Line>> people = new LinkedHashMap<>();
        read.forEach((line, fields) -> {
            String user = user(fields);
            String email = email(fields);
            String person = user.isEmpty() ? users.getOrDefault(email, email) : user;
            people.computeIfAbsent(person, name -> new ArrayList<>()).add(line);
        });
        return List.copyOf(people.values());
    }

    private static String user(Fields line) {
        Stream<String> names = "customer".equals(line.asMap().get("type"))
                ? Stream.of("userId", "id", "externalId", "external_id")
                : Stream.of("userId", "customerId", "customer_id");
        return names.flatMap(name -> line.text(name).stream()).findFirst().orElse("");
    }

    private static String email(Fields line) {
        return line.text("email")
                .or(() -> line.objectOrEmpty("traits").text("email"))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
