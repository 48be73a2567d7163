package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Identity;
import comeback.customer.Ref;
import comeback.flow.Reason;
import comeback.flow.Reason.Verdict;
import comeback.message.Ruling;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Timelines} does. */
public abstract class TimelinesContract {
    private static final Customer ADA = Customer.unknown(CustomerId.of(Ref.user("ada")));

    protected abstract TablePorts table();

    private static LogEntry line(Instant at, String id) {
        return new LogEntry(at, id, "Product Added", "test", Map.of(), List.of(), List.of());
    }

    private static List<String> ids(Timelines.Page page) {
        return page.lines().stream().map(LogEntry::id).toList();
    }

    @Test
    void a_line_comes_back_as_it_was_written() {
        TablePorts table = table();
        LogEntry line = new LogEntry(
                Samples.NOW,
                "e-1#2",
                "Order Completed",
                "segment",
                Map.of("event", "Order Completed", "properties", Map.of("order_id", "1001")),
                List.of(
                        new Reason("cart", Verdict.FINISHED, "all steps are done"),
                        new Reason(
                                "cart",
                                Verdict.SKIPPED,
                                "your-things: the customer unsubscribed",
                                Optional.of("your-things"),
                                Optional.of(new Ruling("consent", "withdrawn", "the customer unsubscribed", "Else.")),
                                Optional.of("Unsubscribed"))),
                List.of(Samples.message("cart-1").id()));

        table.customers().log(Samples.STORE, ADA.id(), line);

        assertThat(table.timelines()
                        .page(Samples.STORE, ADA, Optional.empty(), 10)
                        .lines())
                .containsExactly(line);
    }

    @Test
    void lines_come_newest_first_a_page_at_a_time_also_within_one_second() {
        TablePorts table = table();
        List<Instant> times = List.of(
                Samples.NOW,
                Samples.NOW.plusMillis(500),
                Samples.NOW.plusNanos(1),
                Samples.NOW.plusSeconds(1),
                Samples.NOW.plusSeconds(1));
        for (int i = 0; i < times.size(); i++) {
            table.customers().log(Samples.STORE, ADA.id(), line(times.get(i), "e-" + i));
        }

        List<String> read = new ArrayList<>();
        Optional<Timelines.Place> next = Optional.empty();
        do {
            Timelines.Page page = table.timelines().page(Samples.STORE, ADA, next, 2);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(2);
            read.addAll(ids(page));
            next = page.next();
        } while (next.isPresent());

        assertThat(read).containsExactly("e-4", "e-3", "e-1", "e-2", "e-0");
    }

    @Test
    void a_full_last_page_is_the_last() {
        TablePorts table = table();
        table.customers().log(Samples.STORE, ADA.id(), line(Samples.NOW, "e-1"));
        table.customers().log(Samples.STORE, ADA.id(), line(Samples.NOW, "e-2"));

        assertThat(table.timelines()
                        .page(Samples.STORE, ADA, Optional.empty(), 2)
                        .next())
                .isEmpty();
    }

    @Test
    void what_someone_did_before_they_were_known_is_in_their_timeline() {
        TablePorts table = table();
        CustomerId browser = CustomerId.of(Ref.anonymous("browser-1"));
        table.customers().log(Samples.STORE, browser, line(Samples.NOW, "as a stranger"));
        table.customers().log(Samples.STORE, ADA.id(), line(Samples.NOW.plusSeconds(9), "as ada"));
        table.customers().log(Samples.STORE, browser, line(Samples.NOW.plusSeconds(5), "as a stranger again"));
        Customer joined = ADA.with(new Identity(Set.of(), List.of(browser), Optional.empty()));

        Timelines.Page first = table.timelines().page(Samples.STORE, joined, Optional.empty(), 2);
        Timelines.Page second = table.timelines().page(Samples.STORE, joined, first.next(), 2);

        assertThat(ids(first)).containsExactly("as ada", "as a stranger again");
        assertThat(ids(second)).containsExactly("as a stranger");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void one_stores_timeline_is_not_anothers() {
        TablePorts table = table();
        table.customers().log(Samples.STORE, ADA.id(), line(Samples.NOW, "e-1"));

        assertThat(table.timelines()
                        .page(new StoreId("another"), ADA, Optional.empty(), 10)
                        .lines())
                .isEmpty();
    }

    @Test
    void nobody_has_an_empty_timeline() {
        Timelines.Page page = table().timelines().page(Samples.STORE, ADA, Optional.empty(), 10);

        assertThat(page.lines()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void a_line_may_be_as_long_as_a_report_of_a_full_cart() {
        TablePorts table = table();
        LogEntry line = new LogEntry(
                Samples.NOW, "e-1", "Cart Viewed", "test", Map.of("cart", "ü".repeat(60_000)), List.of(), List.of());

        table.customers().log(Samples.STORE, ADA.id(), line);

        assertThat(table.timelines()
                        .page(Samples.STORE, ADA, Optional.empty(), 10)
                        .lines())
                .containsExactly(line);
    }
}
