package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.Viewed;
import comeback.json.Fields;
import comeback.json.Tree;
import java.util.List;
import java.util.Map;

/** What somebody looked at, to JSON and back; it lies in the customer. */
final class ViewedMapper {
    private ViewedMapper() {}

    static List<Map<String, Object>> write(List<Viewed> viewed) {
        return viewed.stream()
                .map(view -> new Tree()
                        .with("line", PieceMapper.write(List.of(view.line())))
                        .with("times", view.times())
                        .with("at", view.lastAt().toString())
                        .toMap())
                .toList();
    }

    static List<Viewed> read(List<Fields> stored) {
        return stored.stream()
                .map(view -> new Viewed(
                        PieceMapper.lines(view, "line").getFirst(),
                        view.integer("times").orElse(1),
                        need(view.instant("at"), "the time of a look")))
                .toList();
    }
}
