package comeback.local.feed;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.table.Packed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads what happened off the table's stream: new items of a customer's log ({@code S#store#C#customer}, {@code LOG#…})
 * and messages that changed their state ({@code S#store#M#id}). What it does not know it leaves out.
 */
public final class TableWatch implements Consumer<List<Record>> {
    private static final Pattern CUSTOMER = Pattern.compile("S#([^#]+)#C#([^#]+)");
    private static final Pattern MESSAGE = Pattern.compile("S#([^#]+)#M#([^#]+)");

    private final Feed feed;

    public TableWatch(Feed feed) {
        this.feed = feed;
    }

    /**
     * Tells of changes in the order in which they were written; except that a transaction writes its messages before the
     * line of the log that they were born of, and a reader wants the cause first.
     */
    @Override
    public void accept(List<Record> records) {
        var born = new ArrayList<Record>();
        for (Record record : records) {
            boolean isMessage = MESSAGE.matcher(partition(record)).matches();
            if (isMessage && record.dynamodb().oldImage().isEmpty()) {
                born.add(record);
            } else if (isLog(record)) {
                logged(record);
                born.forEach(this::moved);
                born.clear();
            } else if (isMessage) {
                born.forEach(this::moved);
                born.clear();
                moved(record);
            }
        }
        born.forEach(this::moved);
    }

    private void logged(Record record) {
        Matcher customer = CUSTOMER.matcher(partition(record));
        Fields log = json(record.dynamodb().newImage(), "body");
        if (!customer.matches() || !record.dynamodb().oldImage().isEmpty()) {
            return;
        }
        String name = log.text("name").orElse("Something happened");
        List<String> messages = log.texts("messages");
        feed.add(
                // Nobody told of an alarm: Comeback looked for itself.
                name.equals("Alarm") ? FeedEntry.Kind.DECISION : FeedEntry.Kind.EVENT,
                customer.group(1),
                customer.group(2),
                name,
                log.text("source").orElse(""),
                log.objects("reasons").orElse(List.of()).stream()
                        .map(TableWatch::reason)
                        .toList(),
                messages);
    }

    private static FeedReason reason(Fields reason) {
        return new FeedReason(
                reason.text("flow").orElse(""),
                reason.text("verdict").orElse(""),
                reason.text("text").orElse(""),
                reason.text("otherwise").orElse(""));
    }

    private void moved(Record record) {
        Matcher message = MESSAGE.matcher(partition(record));
        Map<String, AttributeValue> image = record.dynamodb().newImage();
        String state = text(image, "state");
        if (!message.matches()
                || state.isEmpty()
                || state.equals(text(record.dynamodb().oldImage(), "state"))) {
            return;
        }
        Fields body = json(image, "body");
        String flow = body.text("flow").orElse("message");
        Fields reason = json(image, "stateBody");
        feed.add(
                FeedEntry.Kind.MESSAGE,
                message.group(1),
                body.text("customer").orElse(""),
                flow + " / " + body.text("name").orElse(message.group(2)),
                state,
                reason.text("reason").stream()
                        .map(why -> new FeedReason(
                                flow, state, why, reason.text("otherwise").orElse("")))
                        .toList(),
                List.of(message.group(2)));
    }

    private static boolean isLog(Record record) {
        return text(record.dynamodb().newImage(), "sk").startsWith("LOG#");
    }

    private static String partition(Record record) {
        return text(record.dynamodb().newImage(), "pk");
    }

    private static Fields json(Map<String, AttributeValue> image, String attribute) {
        byte[] body = text(image, attribute).getBytes(StandardCharsets.UTF_8);
        return switch (Json.parse(body)) {
            case Json.Parsed.Value(var object) -> Fields.of(object);
            case Json.Parsed.Broken _ -> Fields.of(Map.of());
        };
    }

    private static String text(Map<String, AttributeValue> image, String name) {
        AttributeValue value = image.get(name);
        return value == null ? "" : Packed.text(value);
    }
}
