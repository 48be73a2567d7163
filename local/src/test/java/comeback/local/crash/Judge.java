package comeback.local.crash;

import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.Ref;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.mail.Mail;
import comeback.store.StoreId;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoDueItems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Holds the promises against what a play left behind, seen past the functions: in the mailbox and in the table. */
final class Judge {
    private static final StoreId STORE = new StoreId("demo");
    private static final CustomerId ADA = CustomerId.of(Ref.user(Storefront.SHOPPER));

    private final TestWorld world;
    private final DynamoDbClient dynamo;
    private final List<String> broken = new ArrayList<>();

    Judge(TestWorld world) {
        this.world = world;
        this.dynamo = world.inside().aws().dynamo();
    }

    /** The promises that were broken, in words. */
    List<String> broken() {
        return broken;
    }

    int letters(String flowAndName) {
        return (int) world.mailbox().stream()
                .filter(mail -> name(mail).equals(flowAndName))
                .count();
    }

    Judge atMostOnce(String... letters) {
        for (String letter : letters) {
            if (letters(letter) > 1) {
                broken.add(letter + " came " + letters(letter) + " times");
            }
        }
        return this;
    }

    /** A receipt comes; a second one only where nobody can know whether the first left. */
    Judge receipt(String letter, boolean mayComeTwice) {
        int came = letters(letter);
        if (came < 1 || came > (mayComeTwice ? 2 : 1)) {
            broken.add(letter + " came " + came + " times");
        }
        return this;
    }

    Judge noReminderAfter(Instant purchase) {
        world.mailbox().stream()
                .filter(mail -> name(mail).startsWith("cart/") && mail.sentAt().isAfter(purchase))
                .forEach(mail -> broken.add(name(mail) + " came after the purchase"));
        return this;
    }

    Judge cartHolds(int pieces) {
        int held = customer().shopping().cart().map(cart -> cart.pieces()).orElse(0);
        if (held != pieces) {
            broken.add("the cart holds " + held + " pieces instead of " + pieces);
        }
        return this;
    }

    Judge orderIsKnown(String order) {
        if (customer().shopping().order(new OrderId(order)).isEmpty()
                || customer().shopping().cart().isPresent()) {
            broken.add("the purchase did not reach the customer");
        }
        return this;
    }

    /** Each acknowledged event stands in the timeline. */
    Judge timelineTells(List<String> events) {
        List<String> lines = dynamo
                .query(QueryRequest.builder()
                        .tableName(Aws.TABLE)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :log)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("S#" + STORE + "#C#" + ADA),
                                ":log", AttributeValue.fromS("LOG#")))
                        .build())
                .items()
                .stream()
                .map(item -> item.getOrDefault("sk", AttributeValue.fromS("")).s())
                .toList();
        for (String event : events) {
            if (lines.stream().noneMatch(line -> line.endsWith("#" + event))) {
                broken.add("the timeline says nothing of event " + event);
            }
        }
        return this;
    }

    /** No message waits for anything, and nobody's time has passed unseen. */
    Judge nothingIsLeft() {
        var due = new DynamoDueItems(dynamo, Aws.TABLE);
        for (DueItems.Queue queue : DueItems.Queue.values()) {
            for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
                List<DueItem> waiting = due.before(queue, partition, world.now().plus(Duration.ofDays(1_000)), 100);
                waiting.stream()
                        .filter(DueItem.OfMessage.class::isInstance)
                        .forEach(item -> broken.add("unresolved: " + item));
                if (!waiting.isEmpty()) {
                    due.before(queue, partition, world.now(), 100).stream()
                            // Orders wait to be counted by the night, which sleeps in these plays.
                            .filter(item -> !(item instanceof DueItem.OfBestsellers))
                            .forEach(item -> broken.add("left behind: " + item));
                }
            }
        }
        return this;
    }

    private Customer customer() {
        return new DynamoCustomers(dynamo, Aws.TABLE).at(STORE, ADA);
    }

    private static String name(Mail mail) {
        return mail.tag("flow") + "/" + mail.tag("message");
    }
}
