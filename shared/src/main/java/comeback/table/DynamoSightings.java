package comeback.table;

import static comeback.table.Keys.number;
import static comeback.table.Keys.text;

import comeback.catalogue.Money;
import comeback.catalogue.Sight;
import comeback.commit.Sightings;
import comeback.customer.CustomerId;
import comeback.customer.Seen;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Who saw what, in the table: a small item for each person beside the product, and a mark with the customer, by which it is
 * found when they want to be forgotten. The mark comes first, so that nothing lies there unmarked. Both expire.
 */
public final class DynamoSightings implements Sightings {
    private static final String AT = "at";
    private static final String VARIANT = "variant";
    private static final String PRICE = "price";
    private static final String CART = "cart";
    private static final String WISHED = "wished";
    private static final String WISHED_AT = "wishedAt";
    private static final String TTL = "ttl";

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoSightings(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void note(StoreId store, CustomerId customer, Seen seen) {
        switch (seen.how()) {
            case LOOKED -> look(store, customer, seen, "");
            case IN_CART -> look(store, customer, seen, ", #cart = :true");
            case WISHED -> {
                look(store, customer, seen, "");
                wish(store, customer, seen, true);
            }
            case WISHED_NO_MORE -> wish(store, customer, seen, false);
        }
    }

    private void look(StoreId store, CustomerId customer, Seen seen, String more) {
        Instant until = seen.at().plus(KEPT_FOR);
        Map<String, AttributeValue> mark = new HashMap<>(Keys.saw(store, customer, seen.productId()));
        mark.put(TTL, number(until.getEpochSecond()));
        dynamo.putItem(PutItemRequest.builder().tableName(table).item(mark).build());

        Map<String, String> names = new HashMap<>(Map.of("#at", AT, "#ttl", TTL));
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":at", number(seen.at().toEpochMilli()), ":ttl", number(until.getEpochSecond())));
        StringBuilder set = new StringBuilder("SET #at = :at, #ttl = :ttl").append(more);
        if (!more.isEmpty()) {
            names.put("#cart", CART);
            values.put(":true", AttributeValue.fromBool(true));
        }
        // What this look does not tell was told by another look, at another thing.
        StringBuilder remove = new StringBuilder();
        put(VARIANT, seen.variantId(), names, values, set, remove);
        put(PRICE, seen.price().map(PieceMapper::write), names, values, set, remove);
        String whole = remove.isEmpty() ? set.toString() : set + " REMOVE" + remove.substring(1);
        update(store, customer, seen, whole, "attribute_not_exists(#at) OR #at <= :at", names, values);
    }

    private static void put(
            String name,
            Optional<String> value,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            StringBuilder set,
            StringBuilder remove) {
        names.put("#" + name, name);
        if (value.isPresent()) {
            values.put(":" + name, text(value.get()));
            set.append(", #").append(name).append(" = :").append(name);
        } else {
            remove.append(", #").append(name);
        }
    }

    private void wish(StoreId store, CustomerId customer, Seen seen, boolean isWished) {
        update(
                store,
                customer,
                seen,
                "SET #wished = :wished, #wishedAt = :at",
                "attribute_exists(#seenAt) AND (attribute_not_exists(#wishedAt) OR #wishedAt <= :at)",
                Map.of("#wished", WISHED, "#wishedAt", WISHED_AT, "#seenAt", AT),
                Map.of(
                        ":wished",
                        AttributeValue.fromBool(isWished),
                        ":at",
                        number(seen.at().toEpochMilli())));
    }

    private void update(
            StoreId store,
            CustomerId customer,
            Seen seen,
            String change,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        try {
            dynamo.updateItem(UpdateItemRequest.builder()
                    .tableName(table)
                    .key(Keys.viewer(store, seen.productId(), customer))
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values)
                    .build());
        } catch (ConditionalCheckFailedException e) {
            // A later look is known, and stays.
            return;
        }
    }

    @Override
    public List<Waiter> page(StoreId store, String productId, Optional<CustomerId> after, int limit) {
        return dynamo
                .query(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#pk = :list AND #sk > :after")
                        .expressionAttributeNames(Map.of("#pk", Keys.PK, "#sk", Keys.SK))
                        .expressionAttributeValues(Keys.viewersOf(store, productId, after))
                        .limit(limit)
                        .build())
                .items()
                .stream()
                .map(item -> waiter(new Item(item)))
                .toList();
    }

    private static Waiter waiter(Item item) {
        Instant at = Instant.ofEpochMilli(item.number(AT).orElseThrow());
        Optional<Money> price = item.optionalText(PRICE).map(PieceMapper::money);
        return new Waiter(
                Keys.viewer(item),
                at,
                at.plus(KEPT_FOR),
                Optional.of(new Sight(item.optionalText(VARIANT), price, item.isTrue(CART), item.isTrue(WISHED))));
    }
}
