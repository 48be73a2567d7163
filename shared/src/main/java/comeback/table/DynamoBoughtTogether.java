package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.catalogue.Together;
import comeback.commit.BoughtTogether;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Orders' products in the table: one small item an order for the shop, and one for each of its products. They are only ever
 * added and leave by themselves, so that no counter has to be right.
 */
public final class DynamoBoughtTogether implements BoughtTogether {
    private static final String AT = "at";
    private static final String ORDER = "order";
    private static final String PRODUCTS = "products";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBoughtTogether(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void note(StoreId store, Together order) {
        put(Keys.bought(store, order), order);
        order.products().forEach(product -> put(Keys.bought(store, product, order), order));
    }

    private void put(Map<String, AttributeValue> key, Together order) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(AT, text(order.at().toString()));
        item.put(ORDER, text(order.order()));
        item.put(
                PRODUCTS,
                AttributeValue.fromL(
                        order.products().stream().map(AttributeValue::fromS).toList()));
        item.put("ttl", number(order.at().plus(KEPT_FOR).getEpochSecond()));
        try {
            dynamo.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", Keys.PK))
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // It is there: the same order is told of more than once.
            return;
        }
    }

    @Override
    public List<Together> lately(StoreId store, int most) {
        return newest(Keys.boughtIn(store), most);
    }

    @Override
    public List<Together> latelyWith(StoreId store, String productId, int most) {
        return newest(Keys.boughtWith(store, productId), most);
    }

    /** One page; half a megabyte would be thousands of them. */
    private List<Together> newest(Map<String, AttributeValue> place, int most) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :place")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK))
                        .expressionAttributeValues(place)
                        .scanIndexForward(false)
                        .limit(most)
                        .build())
                .items()
                .stream()
                .map(Item::new)
                .map(item -> new Together(item.text(ORDER), Instant.parse(item.text(AT)), item.listed(PRODUCTS)))
                .toList();
    }
}
