package comeback.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.catalogue.Goods;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Wanted;
import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.WaitingList;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.store.StoreId;
import comeback.table.OddAnswers.Odd;
import comeback.wave.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What AWS answers and DynamoDB Local never does: it has no neighbours, so it refuses nobody for a conflict, throttles
 * nobody, does every batch whole and loses no answer. Each case pins AWS's answer, as its documentation words it, and
 * what the adapters make of it.
 */
public abstract class OddAnswersContract {
    private static final StoreId STORE = new StoreId("demo");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Customer ADA = Customer.unknown(CustomerId.of(Ref.user("ada")));
    private static final CustomerId BROWSER = CustomerId.of(Ref.anonymous("a-1"));

    /** Ada, with a name of hers: a transaction of two. */
    private static final Commit NAMED =
            new Commit(ADA, List.of(), Set.of(BROWSER), List.of(), List.of(), Optional.empty());

    private static final Commit PLAIN = new Commit(ADA, List.of(), Set.of(), List.of(), List.of(), Optional.empty());

    /** A client whose calls go this way. */
    protected abstract DynamoDbClient through(SdkHttpClient http);

    /** The way that they go when nothing is odd. */
    protected abstract SdkHttpClient usual();

    protected abstract String tableName();

    protected abstract void emptyTable();

    private OddAnswers odd;
    private DynamoDbClient dynamo;

    @BeforeEach
    void begin() {
        emptyTable();
        odd = new OddAnswers(usual());
        dynamo = through(odd);
    }

    private DynamoCustomers customers() {
        return new DynamoCustomers(dynamo, tableName());
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void a_commit_that_met_another_one_under_way_is_looked_at_again(int place) {
        odd.expect("TransactWriteItems", new Odd.Cancelled(place, 2, "TransactionConflict"));

        assertThat(customers().commit(STORE, NAMED)).isInstanceOf(Committed.Stale.class);

        assertThat(customers().commit(STORE, NAMED)).isInstanceOf(Committed.Saved.class);
    }

    @Test
    void a_commit_that_was_cancelled_for_any_other_reason_is_an_error_and_not_somebody_elses_commit() {
        odd.expect("TransactWriteItems", new Odd.Cancelled(0, 2, "ThrottlingError"));

        assertThatThrownBy(() -> customers().commit(STORE, NAMED)).isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void a_transaction_whose_answer_was_lost_is_repeated_under_its_token_and_is_one() {
        odd.expect("TransactWriteItems", new Odd.Lost());

        assertThat(customers().commit(STORE, NAMED)).isInstanceOf(Committed.Saved.class);
        assertThat(customers().at(STORE, BROWSER).version()).isEqualTo(1);
    }

    @Test
    void a_plain_commit_whose_answer_was_lost_seems_to_be_somebody_elses() {
        odd.expect("PutItem", new Odd.Lost());

        assertThat(customers().commit(STORE, PLAIN)).isInstanceOf(Committed.Stale.class);
        assertThat(customers().at(STORE, ADA.id()).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "400, ProvisionedThroughputExceededException",
        "400, RequestLimitExceeded",
        "400, TransactionInProgressException",
        "500, InternalServerError",
        "503, ServiceUnavailable"
    })
    void what_is_refused_for_now_is_asked_for_again(int status, String type) {
        odd.expect("TransactWriteItems", new Odd.Refused(status, type));

        assertThat(customers().commit(STORE, NAMED)).isInstanceOf(Committed.Saved.class);
    }

    @ParameterizedTest
    @CsvSource({"400, AccessDeniedException", "400, ResourceNotFoundException", "400, ValidationException"})
    void what_is_refused_for_good_is_an_error(int status, String type) {
        odd.expect("PutItem", new Odd.Refused(status, type));

        assertThatThrownBy(() -> customers().commit(STORE, PLAIN)).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void somebody_who_asks_to_be_told_at_the_very_moment_of_another_write_is_on_the_list() {
        Wanted mug = new Wanted("mug", "small");
        DynamoWaitingList list = new DynamoWaitingList(dynamo, tableName());
        Waiter ada = new Waiter(ADA.id(), NOW, NOW.plus(Duration.ofDays(90)));
        odd.expect("TransactWriteItems", new Odd.Cancelled(1, 2, "TransactionConflict"));

        assertThat(list.ask(STORE, mug, ada, WaitingList.REQUESTS_MAX)).isTrue();

        assertThat(list.first(STORE, mug, 5)).containsExactly(ada);
    }

    @Test
    void a_batch_of_which_nothing_was_written_is_handed_in_again() {
        DynamoCatalogue catalogue = new DynamoCatalogue(dynamo, tableName());
        odd.expect("BatchWriteItem", new Odd.Unprocessed());

        catalogue.save(STORE, product("mug"), Set.of("a", "b"));

        assertThat(catalogue.productsNamed(STORE, Set.of("a", "b"))).hasSize(2);
    }

    @Test
    void a_batch_of_which_nothing_was_read_is_asked_for_again() {
        DynamoCatalogue catalogue = new DynamoCatalogue(dynamo, tableName());
        Set<String> ids = IntStream.range(0, 3).mapToObj(i -> "p" + i).collect(Collectors.toSet());
        ids.forEach(id -> catalogue.save(STORE, product(id), Set.of()));
        odd.expect("BatchGetItem", new Odd.Unprocessed());

        assertThat(catalogue.find(STORE, ids)).containsOnlyKeys(ids);
    }

    private static Product product(String id) {
        return Product.first(new Report.ProductUpdated(
                id,
                "Thing " + id,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Goods.variant(id + "-1", "5", Optional.empty())),
                Optional.empty(),
                NOW));
    }
}
