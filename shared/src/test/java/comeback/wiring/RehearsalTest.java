package comeback.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** What a function does before SnapStart takes its picture. */
class RehearsalTest {
    private final List<GetItemRequest> reads = new ArrayList<>();

    private class Table implements DynamoDbClient {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            reads.add(request);
            return GetItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }

    private final class TableThatIsNotThereYet extends Table {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            super.getItem(request);
            throw SdkClientException.create("no such table");
        }
    }

    private static void rehearse(String startedFor, DynamoDbClient table) {
        rehearse(startedFor, table, stage -> {});
    }

    private static void rehearse(String startedFor, DynamoDbClient table, Consumer<Surroundings> rehearsal) {
        var variables =
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", startedFor, "TABLE", "comeback", "AWS_REGION", "us-east-1");
        new Surroundings(variables, UrlConnectionHttpClient.create(), table).rehearse(rehearsal);
    }

    @Test
    void before_a_picture_is_taken_something_is_read_that_is_not_there() {
        rehearse("snap-start", new Table());

        assertThat(reads).isNotEmpty().extracting(GetItemRequest::tableName).containsOnly("comeback");
    }

    @Test
    void who_starts_for_a_customer_does_not_let_them_wait_for_a_rehearsal() {
        rehearse("on-demand", new Table());

        assertThat(reads).isEmpty();
    }

    @Test
    void a_function_starts_even_if_the_table_cannot_be_read_yet() {
        rehearse("snap-start", new TableThatIsNotThereYet());

        assertThat(reads).hasSize(1);
    }

    @Test
    void a_function_starts_even_if_its_rehearsal_fails() {
        List<String> played = new ArrayList<>();

        rehearse("snap-start", new Table(), stage -> {
            played.add("until here");
            throw new IllegalStateException("a rehearsal failed");
        });

        assertThat(played).isNotEmpty();
    }

    @Test
    void what_is_played_then_is_found_on_its_stage_and_reaches_nobody() {
        Store store = TestStores.demo();
        List<Store> found = new ArrayList<>();

        rehearse("snap-start", new Table(), stage -> {
            stage.stores().save(store);
            stage.stores().find(store.id()).ifPresent(found::add);
        });

        assertThat(found).singleElement().extracting(Store::id).isEqualTo(store.id());
        assertThat(reads).noneMatch(read -> read.key().toString().contains("demo"));
    }
}
