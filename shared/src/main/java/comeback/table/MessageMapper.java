package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.customer.CustomerId;
import comeback.customer.Topic;
import comeback.engagement.Touches;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.message.Shown;
import comeback.message.Terms;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message to the JSON texts in its item, and back. What it is never changes; how far it is lies beside it. */
final class MessageMapper {
    private static final int FORMAT = 1;

    private MessageMapper() {}

    static String write(Message message) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("customer", message.customer().value())
                .with("flow", message.flow())
                .with("version", message.flowVersion())
                .with("key", message.journeyKey())
                .with("name", message.name())
                .with("variant", message.variant())
                .with("class", message.messageClass().name())
                .with("atOnce", message.terms().isAtOnce())
                .with("ladder", message.terms().isOnLadder())
                .with("timeToLive", message.terms().timeToLive().toString())
                .with("offer", message.terms().offer().map(CouponMapper::write))
                .with("trueUntil", message.terms().trueUntil().map(LocalDateTime::toString))
                .with("topic", message.terms().topic().name())
                .with("shown", message.terms().shown().map(shown -> shown.what().name()))
                .with(
                        "shownAtLeast",
                        message.terms().shown().map(Shown::atLeast).filter(few -> few > 1))
                .with("shownIfAny", message.terms().shown().map(Shown::goesWithout))
                .with("about", PieceMapper.write(message.about()))
                .with("bornAt", message.bornAt().toString())
                .with("byAnyone", message.isByAnyone() ? Optional.of(true) : Optional.empty())
                .toMap());
    }

    static String write(MessageState state) {
        Tree tree = switch (state) {
            case MessageState.Due due ->
                new Tree().with("at", due.at().toString()).with("attempts", due.attempts());
            case MessageState.Claimed claimed ->
                new Tree()
                        .with("owner", claimed.owner())
                        .with("leaseUntil", claimed.leaseUntil().toString())
                        .with("attempts", claimed.attempts());
            case MessageState.Accepted accepted ->
                new Tree()
                        .with("sesId", accepted.sesId())
                        .with("at", accepted.at().toString());
            case MessageState.Skipped skipped ->
                new Tree()
                        .with("reason", skipped.reason())
                        .with("rule", skipped.ruling().map(Ruling::rule))
                        .with("value", skipped.ruling().map(Ruling::value))
                        .with("otherwise", skipped.ruling().map(Ruling::otherwise))
                        .with("at", skipped.at().toString());
            case MessageState.Failed failed ->
                new Tree()
                        .with("reason", failed.reason())
                        .with("at", failed.at().toString());
            case MessageState.Unknown unknown ->
                new Tree().with("at", unknown.at().toString());
        };
        return Json.print(tree.toMap());
    }

    static Message read(
            StoreId store,
            MessageId id,
            String body,
            String label,
            String stateBody,
            Optional<Feedback> feedback,
            Optional<String> leftOut,
            Touches touches) {
        Fields from = Fields.of(Json.parseOwn(body));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("message " + id + " is stored in a format that this version cannot read");
        }
        MessageClass messageClass = MessageClass.valueOf(need(from.text("class"), "a message's class"));
        return new Message(
                id,
                store,
                new CustomerId(need(from.text("customer"), "a message's customer")),
                need(from.text("flow"), "a message's flow"),
                need(from.text("version"), "a message's flow version"),
                need(from.text("key"), "a message's key"),
                need(from.text("name"), "a message's name"),
                from.text("variant"),
                messageClass,
                terms(from, messageClass),
                PieceMapper.about(from.objectOrEmpty("about")),
                need(from.instant("bornAt"), "a message's birth"),
                state(label, Fields.of(Json.parseOwn(stateBody))),
                feedback,
                leftOut.map(MessageMapper::rulings).orElse(List.of()),
                from.truth("byAnyone").orElse(false),
                touches);
    }

    static String write(List<Ruling> rulings) {
        return Json.print(new Tree()
                .with(
                        "rulings",
                        rulings.stream()
                                .map(ruling -> Map.of(
                                        "rule", ruling.rule(),
                                        "value", ruling.value(),
                                        "text", ruling.text(),
                                        "otherwise", ruling.otherwise()))
                                .toList())
                .toMap());
    }

    private static List<Ruling> rulings(String text) {
        return Fields.of(Json.parseOwn(text)).objects("rulings").orElse(List.of()).stream()
                .map(from -> new Ruling(
                        need(from.text("rule"), "a ruling's rule"),
                        from.text("value").orElse(""),
                        need(from.text("text"), "a ruling's text"),
                        from.text("otherwise").orElse("")))
                .toList();
    }

    private static Terms terms(Fields from, MessageClass messageClass) {
        boolean isOnLadder = from.truth("ladder").orElse(false);
        return new Terms(
                from.truth("atOnce").orElse(false),
                isOnLadder,
                from.text("timeToLive").map(Duration::parse).orElse(Terms.lifeOf(messageClass)),
                from.object("offer").map(CouponMapper::offer),
                from.text("trueUntil").map(LocalDateTime::parse),
                from.text("topic").map(Topic::valueOf).orElse(Terms.usualTopic(isOnLadder)),
                from.text("shown")
                        .map(what -> new Shown(
                                Shown.What.valueOf(what),
                                from.integer("shownAtLeast").orElse(1),
                                from.truth("shownIfAny").orElse(false))));
    }

    private static MessageState state(String label, Fields from) {
        Optional<Instant> at = from.instant("at");
        return switch (label) {
            case "DUE" ->
                new MessageState.Due(
                        need(at, "a due time"), from.integer("attempts").orElse(0));
            case "CLAIMED" ->
                new MessageState.Claimed(
                        need(from.text("owner"), "a claim's owner"),
                        need(from.instant("leaseUntil"), "a claim's lease"),
                        from.integer("attempts").orElse(0));
            case "ACCEPTED" ->
                new MessageState.Accepted(need(from.text("sesId"), "SES's id"), need(at, "a time of acceptance"));
            case "SKIPPED" -> skipped(need(from.text("reason"), "a skip's reason"), need(at, "a skip's time"), from);
            case "FAILED" ->
                new MessageState.Failed(need(from.text("reason"), "a failure's reason"), need(at, "a failure's time"));
            case "UNKNOWN" -> new MessageState.Unknown(need(at, "a time"));
            default -> throw new IllegalStateException("a message is stored in an unknown state: " + label);
        };
    }

    private static MessageState skipped(String reason, Instant at, Fields from) {
        return new MessageState.Skipped(
                reason,
                at,
                from.text("rule")
                        .map(rule -> new Ruling(
                                rule,
                                from.text("value").orElse(""),
                                reason,
                                from.text("otherwise").orElse(""))));
    }
}
