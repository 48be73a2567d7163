package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.DueItems.DueItem;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.local.mail.Mail;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Provider;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.store.StoreId;
import comeback.table.DynamoMessages;
import comeback.table.DynamoTallies;
import comeback.table.Keys;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What the sums say of people who are reminded, follow the link, buy, and think better of it. */
class CountStoriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Currency USD = Currency.getInstance("USD");
    private static final StoreId DEMO = new StoreId("demo");

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");
    private final Shopper ada = new Shopper(world, "ada").identifies();

    @AfterEach
    void close() {
        world.close();
    }

    private SortedMap<Row, Counts> sums() {
        return new DynamoTallies(world.inside().aws().dynamo(), Aws.TABLE).between(DEMO, DAY, DAY.plusDays(30));
    }

    private Counts of(String flow) {
        return sums().entrySet().stream()
                .filter(row -> row.getKey().flow().equals(flow))
                .map(Map.Entry::getValue)
                .reduce(Counts.NONE, Counts::plus);
    }

    /** From the messages alone, so without orders and money. */
    private SortedMap<Row, Counts> recount() {
        var aws = world.inside().aws();
        var messages = new DynamoMessages(aws.dynamo(), Aws.TABLE);
        SortedMap<Row, Counts> sums = new TreeMap<>();
        aws.dynamo().scanPaginator(ScanRequest.builder().tableName(Aws.TABLE).build()).items().stream()
                .map(item -> Keys.dueItem(
                        Objects.requireNonNull(item.get("pk")).s(),
                        Objects.requireNonNull(item.get("sk")).s()))
                .flatMap(Optional::stream)
                .flatMap(item -> item instanceof DueItem.OfMessage message
                        ? messages.find(message.store(), message.id()).stream()
                        : Stream.empty())
                .map(message -> Tally.of(message, ZoneId.of("America/New_York")))
                .forEach(tally -> tally.rows().forEach((row, counts) -> sums.merge(row, counts, Counts::plus)));
        return sums;
    }

    private static SortedMap<Row, Counts> withoutMoney(SortedMap<Row, Counts> sums) {
        return sums.entrySet().stream()
                .filter(row -> !row.getKey().isOfShop())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> {
                            SortedMap<String, Long> plain =
                                    new TreeMap<>(row.getValue().byKey());
                            plain.keySet()
                                    .removeIf(key ->
                                            key.startsWith("revenue") || key.startsWith("at:") || key.equals("orders"));
                            return new Counts(plain);
                        },
                        Counts::plus,
                        TreeMap::new));
    }

    private void follows(Mail letter) {
        world.advance(Duration.ofMinutes(20));
        world.post("/local/ses/" + letter.id() + "/click", "{\"link\":\"https://alderandpine.example/\"}");
        world.advance(Duration.ofMinutes(10));
    }

    @Test
    void a_reminder_that_was_followed_has_its_purchase_and_not_what_was_paid_back() {
        ada.addsAMug();
        world.advance(Duration.ofHours(2));
        follows(ada.lastMail());
        ada.pays("1001", "c-1");
        world.advance(Duration.ofMinutes(2));

        assertThat(of("cart").count(Measure.SENT)).isEqualTo(1);
        assertThat(of("cart").count(Measure.DELIVERED)).isEqualTo(1);
        assertThat(of("cart").count(Measure.CLICKED)).isEqualTo(1);
        assertThat(of("cart").count(Measure.ORDERS)).isEqualTo(1);
        assertThat(of("cart").revenue(USD)).isEqualTo(1800);
        assertThat(of("cart").at(Provider.OTHERS).byKey()).isEqualTo(Map.of("sent", 1L, "delivered", 1L));
        assertThat(of("order-confirmation").count(Measure.SENT)).isEqualTo(1);
        assertThat(of("").revenue(USD)).as("the whole shop").isEqualTo(1800);

        ada.track(
                "Order Refunded",
                Map.of(
                        "order_id", "1001",
                        "refund_id", "r-1",
                        "amount", 5,
                        "currency", "USD",
                        "products", List.of(Shopper.mug())));
        world.advance(Duration.ofMinutes(2));

        assertThat(of("cart").revenue(USD)).isEqualTo(1300);
        assertThat(withoutMoney(sums())).isEqualTo(recount());
    }

    @Test
    void a_letter_by_which_somebody_unsubscribed_says_so_and_what_was_not_sent_says_why() {
        ada.addsAMug();
        world.advance(Duration.ofHours(2));
        String link = Objects.requireNonNull(ada.lastMail().headers().get("List-Unsubscribe"));
        world.send(world.request(link.substring(1, link.length() - 1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        world.advance(Duration.ofDays(2));

        assertThat(of("cart").count(Measure.UNSUBSCRIBED)).isEqualTo(1);
        assertThat(withoutMoney(sums())).isEqualTo(recount());
    }

    @Test
    void whoever_unsubscribes_at_the_page_of_choices_went_by_the_letter_that_led_there() {
        ada.addsAMug();
        world.advance(Duration.ofHours(2));
        String link = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/p/[A-Za-z0-9._-]+")
                .matcher(ada.lastMail().html())
                .results()
                .map(match -> match.group())
                .findFirst()
                .orElseThrow();
        // All topics unticked, and then the button besides: one person went, once.
        for (String form : List.of("do=save", "do=unsubscribe")) {
            world.send(world.request(link)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
        }
        world.advance(Duration.ofMinutes(2));

        assertThat(of("cart").count(Measure.UNSUBSCRIBED)).isEqualTo(1);
        assertThat(withoutMoney(sums())).isEqualTo(recount());
    }

    @Test
    void what_is_counted_stays_when_ada_is_forgotten_and_names_nothing_of_hers() {
        ada.addsAMug();
        world.advance(Duration.ofHours(2));
        ada.pays("order-of-ada", "c-1");
        world.advance(Duration.ofMinutes(2));
        var before = sums();

        world.send(world.request("/v1/customers/email:ada@example.com")
                .header("Authorization", "Bearer sk_demo")
                .DELETE());
        world.advance(Duration.ofMinutes(20));

        assertThat(sums()).isEqualTo(before);
        assertThat(Remains.with(world, "ada@example.com")).isEmpty();
    }
}
