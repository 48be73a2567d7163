package comeback.table;

import comeback.commit.Orders;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.store.StoreId;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Orders in the table. */
public final class DynamoOrders implements Orders {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoOrders(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Order> find(StoreId store, OrderId id) {
        Item item = new Item(dynamo.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.order(store, id))
                        .consistentRead(true)
                        .build())
                .item());
        return item.isAbsent() ? Optional.empty() : Optional.of(OrderMapper.read(id, item.text("body")));
    }
}
