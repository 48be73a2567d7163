package comeback.ingest.products;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.catalogue.Picture;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads products as {@code PUT /v1/products} takes them. */
public final class ProductReader {
    /** With its price history a product must fit into one item of the table, which holds 400 KB. */
    public static final int PRODUCT_BYTES_MAX = 128 * 1024;

    private static final int ID_MAX = 200;
    private static final int CATEGORIES_MAX = 10;
    private static final int CATEGORY_MAX = 80;
    private static final int VARIANT_TITLE_MAX = 80;
    private static final int PICTURES_MAX = 20;

    /** What is announced longer ahead is a slip of the pen. */
    private static final Duration ANNOUNCED_MAX = Duration.ofDays(365);

    private final Links links;
    private final Instant now;
    private final List<String> notes = new ArrayList<>();

    private ProductReader(Links links, Instant now) {
        this.links = links;
        this.now = now;
    }

    /**
     * A product.
     *
     * @param fields its object; what is wrong with it is noted there
     * @param id as the path says; else the object's own
     * @param links which links count
     * @param now the time of a report that names none
     */
    public static Optional<Told> product(Fields fields, Optional<String> id, Links links, Instant now) {
        return new ProductReader(links, now).read(fields, id);
    }

    /** How many of something there are: {@code {"variant": "mug-blue", "stock": 3}}. */
    public static Optional<Told> stock(Fields fields, Instant now) {
        Optional<String> variant = Texts.requiredId(fields, ID_MAX, "variant", "id", "sku");
        if (!fields.has("stock")) {
            fields.refuse("stock", "required: a whole number or \"unlimited\"");
        }
        Instant asOf = asOf(fields, now);
        return variant.flatMap(name ->
                Stocks.in(fields).map(stock -> new Told(new Report.StockChanged(name, stock, asOf), List.of())));
    }

    /** A report from the future would never be overwritten. */
    public static Instant asOf(Fields fields, Instant now) {
        return fields.instant("asOf").filter(now::isAfter).orElse(now);
    }

    private Optional<Told> read(Fields fields, Optional<String> pathId) {
        int bytes = Json.print(fields.asMap()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > PRODUCT_BYTES_MAX) {
            fields.refuse("title", "the product has " + bytes + " bytes; at most " + PRODUCT_BYTES_MAX);
            return Optional.empty();
        }
        Optional<String> id = pathId.or(() -> Texts.requiredId(fields, ID_MAX, "id"));
        Optional<String> title = Texts.shown(fields, 4 * Line.TITLE_MAX, "title", "name");
        if (title.isEmpty()) {
            fields.refuse("title", "required");
        }
        Instant asOf = asOf(fields, now);
        List<Report.VariantTold> variants = id.map(its -> variants(fields, its)).orElse(List.of());
        if (id.isEmpty() || title.isEmpty() || variants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Told(
                new Report.ProductUpdated(
                        id.get(),
                        title.get(),
                        links.page(fields, "url"),
                        picture(fields, "image"),
                        categories(fields),
                        variants,
                        onSaleSince(fields),
                        asOf),
                notes));
    }

    private Optional<Instant> onSaleSince(Fields fields) {
        Optional<Instant> since = fields.instant("onSaleSince");
        if (since.filter(now.plus(ANNOUNCED_MAX)::isBefore).isPresent()) {
            fields.refuse("onSaleSince", "more than a year ahead");
            return Optional.empty();
        }
        return since;
    }

    private List<Report.VariantTold> variants(Fields fields, String productId) {
        Optional<Currency> currency = Prices.currency(fields, "currency");
        Optional<List<Fields>> listed = fields.objects("variants");
        if (listed.isEmpty() || listed.get().isEmpty()) {
            return List.of(variant(fields, productId, currency, true));
        }
        if (listed.get().size() > Product.VARIANTS_MAX) {
            fields.refuse("variants", listed.get().size() + " variants; at most " + Product.VARIANTS_MAX);
            return List.of();
        }
        List<Report.VariantTold> variants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields each : listed.get()) {
            Texts.requiredId(each, ID_MAX, "id", "sku").ifPresent(id -> {
                if (!ids.add(id)) {
                    each.refuse("id", "another variant has it too");
                }
                variants.add(variant(each, id, Prices.currency(each, "currency").or(() -> currency), false));
            });
        }
        return variants;
    }

    /** What stands in the product itself when it has no choices is not told twice. */
    private Report.VariantTold variant(Fields fields, String id, Optional<Currency> currency, boolean isProduct) {
        Set<String> names = new HashSet<>();
        for (String field : List.of("sku", "barcode", "inventoryItem")) {
            Texts.id(fields, ID_MAX, field).filter(name -> !name.equals(id)).ifPresent(names::add);
        }
        return new Report.VariantTold(
                id,
                names,
                isProduct ? Optional.empty() : Texts.shown(fields, VARIANT_TITLE_MAX, "title", "name"),
                isProduct ? Optional.empty() : links.page(fields, "url"),
                isProduct ? Optional.empty() : picture(fields, "variant " + id + ": image"),
                price(fields, currency, "price"),
                price(fields, currency, "compareAtPrice"),
                Stocks.in(fields));
    }

    private static Optional<Money> price(Fields fields, Optional<Currency> currency, String name) {
        if (fields.has(name) && currency.isEmpty() && !fields.has("currency")) {
            fields.refuse(name, "a price needs a currency: add \"currency\", like \"EUR\"");
            return Optional.empty();
        }
        return Prices.amount(fields, currency, Prices.PRICE_MAX, name).flatMap(price -> {
            if (price.minor() < 0) {
                fields.refuse(name, "less than nothing");
                return Optional.empty();
            }
            return Optional.of(price);
        });
    }

    private static List<String> categories(Fields fields) {
        return Stream.concat(fields.texts("category").stream(), fields.texts("categories").stream())
                .map(text -> Texts.clean(text, CATEGORY_MAX))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(CATEGORIES_MAX)
                .toList();
    }

    /** The first picture that a letter can show. None is no mistake: the product works without, and the sender is told. */
    private Optional<String> picture(Fields fields, String place) {
        List<String> told = Stream.of("image", "images", "imageUrl", "image_url")
                .flatMap(name -> fields.texts(name).stream())
                .distinct()
                .limit(PICTURES_MAX)
                .toList();
        List<String> urls = told.stream()
                .flatMap(url -> links.image(Fields.of(Map.of("image", url)), "image").stream())
                .toList();
        if (urls.isEmpty() && !told.isEmpty()) {
            notes.add(place + ": no address of a picture; the product is kept without it");
        }
        Picture picture = Picture.of(urls);
        if (picture instanceof Picture.Refused(String why)) {
            notes.add(place + ": " + why + "; the product is kept without it");
        }
        return picture.shown();
    }
}
