package comeback.flowfile;

import comeback.catalogue.Money;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponOffer;
import comeback.coupon.PooledCode;
import comeback.message.MessageClass;
import comeback.yaml.YamlObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a step gives with its letter. */
final class CouponReader {
    static final String COUPON = "coupon";

    private static final String POOL = "pool";
    private static final String IF_NONE = "if none";
    private static final List<String> GIVES = List.of("percent", "amount", "free shipping", "gift", POOL);
    private static final String AN_AMOUNT = "an amount like 5 USD";

    private final YamlObject block;

    private CouponReader(YamlObject block) {
        this.block = block;
    }

    /** The offer; nothing when there is none, or when it has a mistake, which is noted. */
    static Optional<CouponOffer> read(YamlObject step, MessageClass messageClass) {
        Optional<YamlObject> block = step.object(COUPON);
        if (block.isPresent() && messageClass == MessageClass.TRANSACTIONAL) {
            step.refuse(COUPON, "a letter that gives a coupon promotes: its class can not be transactional");
        }
        return block.flatMap(found -> new CouponReader(found).offer());
    }

    private Optional<CouponOffer> offer() {
        int before = block.problems().size();
        block.refuseAllBut(
                "percent",
                "amount",
                "free shipping",
                "gift",
                POOL,
                "valid for",
                "minimum",
                "products",
                "categories",
                "stackable",
                IF_NONE);
        if (GIVES.stream().filter(block::has).count() != 1) {
            block.refuse("", "a coupon gives one of: " + String.join(", ", GIVES));
        }
        Optional<CouponOffer.Source> source = block.has(POOL) ? pool() : minted();
        Optional<Duration> validFor = validFor();
        boolean goesWithout = goesWithout();
        return source.isEmpty() || validFor.isEmpty() || block.problems().size() > before
                ? Optional.empty()
                : Optional.of(new CouponOffer(source.get(), validFor.get(), goesWithout));
    }

    private Optional<CouponOffer.Source> pool() {
        for (String name : List.of("minimum", "products", "categories", "stackable")) {
            if (block.has(name)) {
                block.refuse(name, "what a pool's code asks is said with the pool, not here");
            }
        }
        return block.parsed(
                POOL,
                name -> {
                    if (!PooledCode.isPool(name)) {
                        throw new IllegalArgumentException(name);
                    }
                    return new CouponOffer.Source.FromPool(name);
                },
                PooledCode.POOL_EXPECTED);
    }

    private Optional<CouponOffer.Source> minted() {
        Optional<Money> minimum = block.parsed("minimum", CouponReader::money, AN_AMOUNT);
        Optional<Benefit> benefit = benefit();
        benefit.ifPresent(gives -> fits(gives, minimum));
        Set<String> products = Set.copyOf(block.texts("products"));
        Set<String> categories = Set.copyOf(block.texts("categories"));
        if (products.size() > Conditions.NAMES_MAX || categories.size() > Conditions.NAMES_MAX) {
            block.refuse("products", "at most " + Conditions.NAMES_MAX + " products and as many categories");
            return Optional.empty();
        }
        boolean isAlone = !yesOrNo("stackable").orElse(false);
        return benefit.map(
                gives -> new CouponOffer.Source.Minted(gives, new Conditions(minimum, products, categories, isAlone)));
    }

    private Optional<Benefit> benefit() {
        Optional<Benefit> percent =
                parsed("percent", text -> new Benefit.Percent(Integer.parseInt(text)), "a whole number from 1 to 100");
        Optional<Benefit> amount = parsed("amount", text -> new Benefit.AmountOff(money(text)), AN_AMOUNT);
        Optional<Benefit> gift =
                parsed("gift", Benefit.Gift::new, "a name of at most " + Benefit.Gift.WHAT_MAX + " characters");
        Optional<Benefit> shipping = yesOrNo("free shipping").map(yes -> new Benefit.FreeShipping());
        if (block.text("free shipping").filter("false"::equals).isPresent()) {
            block.refuse("free shipping", "leave it out, or write: free shipping: true");
        }
        return percent.or(() -> amount).or(() -> gift).or(() -> shipping);
    }

    /** Without a minimum of its own worth, a sum could be more than the basket. */
    private void fits(Benefit benefit, Optional<Money> minimum) {
        if (!(benefit instanceof Benefit.AmountOff off)) {
            return;
        }
        boolean isCovered = minimum.filter(
                        least -> least.currency().equals(off.amount().currency()))
                .filter(least -> least.minor() >= off.amount().minor())
                .isPresent();
        if (!isCovered) {
            block.refuse("amount", "an amount off needs a \"minimum\" in its currency that is no smaller");
        }
    }

    private Optional<Duration> validFor() {
        if (!block.has("valid for")) {
            block.refuse("", "\"valid for\" is missing: how long it can be used, counted from the sending, like 48h");
        }
        Optional<Duration> read = block.duration("valid for");
        boolean isFit = read.filter(time -> time.compareTo(CouponOffer.VALID_MIN) >= 0)
                .filter(time -> time.compareTo(CouponOffer.VALID_MAX) <= 0)
                .isPresent();
        if (read.isPresent() && !isFit) {
            block.refuse(
                    "valid for",
                    "\"valid for\" is " + CouponOffer.VALID_MIN.toHours() + "h to " + CouponOffer.VALID_MAX.toDays()
                            + "d");
            return Optional.empty();
        }
        return read;
    }

    private boolean goesWithout() {
        return block.parsed(
                        IF_NONE,
                        text -> switch (text) {
                            case "skip" -> false;
                            case "send without" -> true;
                            default -> throw new IllegalArgumentException(text);
                        },
                        "one of: skip, send without")
                .orElse(false);
    }

    private Optional<Boolean> yesOrNo(String name) {
        return block.parsed(
                name,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                },
                "true or false");
    }

    private Optional<Benefit> parsed(String name, Function<String, Benefit> parser, String expected) {
        return block.parsed(name, parser, expected);
    }

    private static Money money(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(text);
        }
        Money money = Money.of(new BigDecimal(parts[0]), java.util.Currency.getInstance(parts[1]));
        if (money.minor() <= 0 || money.amount().compareTo(new BigDecimal(parts[0])) != 0) {
            throw new IllegalArgumentException(text);
        }
        return money;
    }
}
