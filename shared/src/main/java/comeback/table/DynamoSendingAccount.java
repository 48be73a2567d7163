package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.commit.SendingAccount;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The sending account in the table: one item with quota and circuits, one read; and one small item for each second in
 * which mail went, which counts the places taken and is deleted by the table itself.
 */
public final class DynamoSendingAccount implements SendingAccount {
    /** Long past its second; the table deletes within days. */
    private static final Duration SECOND_KEPT = Duration.ofHours(1);

    /** A mail that was born yesterday may go today, but not the day after. */
    private static final int INBOX_KEPT_DAYS = 3;

    private static final String QUOTA = "quota";
    private static final String QUOTA_READ_AT = "quotaReadAt";
    private static final String CIRCUIT = "circuit#";

    /** The table that it was written in: a restored table has another name than the one that was backed up. */
    private static final String HOME = "home";

    /** No store's id: an id has no "*". */
    private static final String ACCOUNT = "*";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoSendingAccount(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Known look() {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.sendingAccount())
                        .consistentRead(true)
                        .build())
                .item());
        Map<Scope, Circuit> circuits = new HashMap<>();
        for (String name : item.attributes().keySet()) {
            if (name.startsWith(CIRCUIT)) {
                circuits.put(scope(name), SendingAccountMapper.circuit(item.text(name)));
            }
        }
        if (item.optionalText(HOME).filter(home -> !home.equals(table)).isPresent()) {
            circuits.put(new Scope.Account(), new Circuit(Circuit.Cause.RESTORED, Instant.EPOCH, Instant.EPOCH));
        }
        return new Known(item.optionalText(QUOTA).map(SendingAccountMapper::quota), circuits);
    }

    @Override
    public void keep(Quota quota) {
        update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.sendingAccount())
                .updateExpression("SET #quota = :quota, #readAt = :readAt, #home = if_not_exists(#home, :table)")
                .conditionExpression("attribute_not_exists(#readAt) OR #readAt <= :readAt")
                .expressionAttributeNames(Map.of("#quota", QUOTA, "#readAt", QUOTA_READ_AT, "#home", HOME))
                .expressionAttributeValues(Map.of(
                        ":quota", text(SendingAccountMapper.write(quota)),
                        ":table", text(table),
                        ":readAt", number(quota.readAt().toEpochMilli())))
                .build());
    }

    @Override
    public boolean take(Instant second, Places wanted) {
        int room = wanted.limit() - wanted.count();
        int unreservedRoom = wanted.unreserved().orElse(wanted.limit()) - wanted.count();
        if (room < 0 || unreservedRoom < 0) {
            return false;
        }
        Map<String, String> names = new HashMap<>(Map.of("#taken", "taken", "#ttl", "ttl"));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":count", number(wanted.count()),
                ":room", number(room),
                ":ttl", number(second.plus(SECOND_KEPT).getEpochSecond())));
        String add = "SET #ttl = :ttl ADD #taken :count";
        String condition = "(attribute_not_exists(#taken) OR #taken <= :room)";
        if (wanted.unreserved().isPresent()) {
            names.put("#unreserved", "unreserved");
            values.put(":unreserved", number(unreservedRoom));
            add += ", #unreserved :count";
            condition += " AND (attribute_not_exists(#unreserved) OR #unreserved <= :unreserved)";
        }
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.second(second))
                .updateExpression(add)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build());
    }

    @Override
    public boolean take(Inbox inbox, MessageId mail, int most) {
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.inbox(inbox))
                .updateExpression("SET #ttl = :ttl ADD #mails :mails")
                .conditionExpression("attribute_not_exists(#mails) OR contains(#mails, :mail) OR size(#mails) < :most")
                .expressionAttributeNames(Map.of("#mails", "mails", "#ttl", "ttl"))
                .expressionAttributeValues(Map.of(
                        ":mail", text(mail.mark()),
                        ":mails", AttributeValue.fromSs(List.of(mail.mark())),
                        ":most", number(most),
                        ":ttl",
                                number(inbox.day()
                                        .plusDays(INBOX_KEPT_DAYS)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toEpochSecond())))
                .build());
    }

    @Override
    public boolean change(Scope scope, Optional<Circuit> seen, Optional<Circuit> next) {
        Map<String, AttributeValue> values = new HashMap<>();
        seen.ifPresent(circuit -> values.put(":seen", text(SendingAccountMapper.write(circuit))));
        next.ifPresent(circuit -> values.put(":next", text(SendingAccountMapper.write(circuit))));
        return update(UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.sendingAccount())
                .updateExpression(next.isPresent() ? "SET #circuit = :next" : "REMOVE #circuit")
                .conditionExpression(seen.isPresent() ? "#circuit = :seen" : "attribute_not_exists(#circuit)")
                .expressionAttributeNames(Map.of("#circuit", name(scope)))
                .expressionAttributeValues(values)
                .build());
    }

    private boolean update(UpdateItemRequest request) {
        try {
            dynamo.updateItem(request);
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static String name(Scope scope) {
        return CIRCUIT
                + switch (scope) {
                    case Scope.Account account -> ACCOUNT;
                    case Scope.OfStore of -> of.store().value();
                };
    }

    private static Scope scope(String name) {
        String of = name.substring(CIRCUIT.length());
        return of.equals(ACCOUNT) ? new Scope.Account() : new Scope.OfStore(new StoreId(of));
    }
}
