package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.engagement.Judged;
import comeback.engagement.Touch;
import comeback.engagement.Touches;
import comeback.engagement.Verdict;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a letter was touched, to the texts in its item, and back: one text for each touch, and one for what was made of them. */
final class TouchMapper {
    static final String OPENS = "opens";
    static final String CLICKS = "clicks";
    static final String STOPS = "stops";
    static final String ANSWERS = "answers";
    static final String JUDGED = "judged";

    private static final int FORMAT = 1;
    private static final int PARTS = 5;

    private TouchMapper() {}

    static String attribute(Touch.Kind kind) {
        return switch (kind) {
            case OPEN -> OPENS;
            case CLICK -> CLICKS;
            case STOP -> STOPS;
            case ANSWER -> ANSWERS;
        };
    }

    static Touches read(Item item) {
        return new Touches(
                touches(Touch.Kind.OPEN, item.texts(OPENS)),
                touches(Touch.Kind.CLICK, item.texts(CLICKS)),
                item.optionalText(JUDGED).map(TouchMapper::judged),
                touches(Touch.Kind.STOP, item.texts(STOPS)),
                touches(Touch.Kind.ANSWER, item.texts(ANSWERS)));
    }

    /** The agent last: it may hold anything. */
    static String write(Touch touch) {
        return FORMAT + "|" + touch.at() + "|" + touch.link() + "|" + touch.network() + "|" + touch.agent();
    }

    static String write(Judged judged) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("rules", judged.rules())
                .with("arrivedAt", judged.arrivedAt().toString())
                .with(
                        "clicks",
                        judged.clicks().entrySet().stream()
                                .map(click -> click.getKey() + " "
                                        + click.getValue().crowd() + " "
                                        + click.getValue().verdict())
                                .sorted()
                                .toList())
                .toMap());
    }

    private static List<Touch> touches(Touch.Kind kind, List<String> texts) {
        return texts.stream().map(text -> touch(kind, text)).toList();
    }

    private static Touch touch(Touch.Kind kind, String text) {
        String[] parts = text.split("\\|", PARTS);
        if (!parts[0].equals(Integer.toString(FORMAT))) {
            throw unreadable("a touch");
        }
        return new Touch(kind, Instant.parse(parts[1]), parts[2], parts[3], parts[4]);
    }

    private static Judged judged(String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw unreadable("what was made of clicks");
        }
        return new Judged(
                need(from.integer("rules"), "the rules' version"),
                need(from.instant("arrivedAt"), "a letter's arrival"),
                from.texts("clicks").stream()
                        .map(click -> click.split(" "))
                        .collect(Collectors.toMap(
                                parts -> parts[0],
                                parts -> new Judged.Ruled(Integer.parseInt(parts[1]), Verdict.valueOf(parts[2])))));
    }

    private static IllegalStateException unreadable(String what) {
        return new IllegalStateException(what + " is stored in a format that this version cannot read");
    }
}
