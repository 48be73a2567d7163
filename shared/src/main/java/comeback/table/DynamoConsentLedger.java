package comeback.table;

import comeback.commit.ConsentLedger;
import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The consent ledger in the table: one query for each place that the customer has lain at. */
public final class DynamoConsentLedger implements ConsentLedger {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoConsentLedger(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<ConsentWord> words(StoreId store, Customer customer) {
        return Stream.concat(Stream.of(customer.id()), customer.identity().formerIds().stream())
                .distinct()
                .flatMap(place -> wordsAt(store, place).stream())
                .sorted(Comparator.comparing(ConsentWord::at)
                        .thenComparingLong(ConsentWord::version)
                        .reversed())
                .limit(WORDS_MAX)
                .toList();
    }

    private List<ConsentWord> wordsAt(StoreId store, CustomerId place) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :place AND begins_with(#sk, :word)")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.wordsOf(store, place))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(WORDS_MAX)
                        .build())
                .items()
                .stream()
                .map(item -> ConsentWordMapper.read(new Item(item).text("body")))
                .toList();
    }
}
