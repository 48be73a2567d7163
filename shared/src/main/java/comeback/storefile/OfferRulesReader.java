package comeback.storefile;

import comeback.store.OfferRules;
import comeback.store.OfferRules.Margin;
import comeback.yaml.YamlObject;
import java.time.Duration;
import java.util.Optional;

/** Reads by what rules a store gives coupons; what is left out is as {@link OfferRules#DEFAULT} has it. */
final class OfferRulesReader {
    private OfferRulesReader() {}

    /** The rules; after a mistake, which is noted, only something to go on with. */
    static OfferRules read(YamlObject block) {
        block.refuseAllBut("link", "rest", "most", "monthly", "margin", "marginFloor");
        OfferRules usual = OfferRules.DEFAULT;
        Optional<String> link = block.parsed("link", OfferRulesReader::link, "an address with {code} in it");
        int most = block.parsed(
                        "most",
                        text -> checked(usual.rest(), Integer.parseInt(text)),
                        "a whole number from 1 to " + OfferRules.MOST_MAX)
                .map(OfferRules::most)
                .orElse(usual.most());
        Optional<Integer> monthly = block.parsed(
                "monthly",
                text -> usual.withMonthly(Integer.parseInt(text)).monthly().orElseThrow(),
                "a whole number from 1 to " + OfferRules.MONTHLY_MAX);
        return new OfferRules(link, rest(block, usual), most, monthly, margin(block));
    }

    private static String link(String text) {
        OfferRules usual = OfferRules.DEFAULT;
        return new OfferRules(Optional.of(text), usual.rest(), usual.most(), usual.monthly(), usual.margin())
                .link()
                .orElseThrow();
    }

    private static OfferRules checked(Duration rest, int most) {
        return new OfferRules(Optional.empty(), rest, most, Optional.empty(), Optional.empty());
    }

    private static Duration rest(YamlObject block, OfferRules usual) {
        Duration rest = block.duration("rest").orElse(usual.rest());
        if (rest.compareTo(OfferRules.REST_MAX) > 0) {
            block.refuse("rest", "\"rest\" must be at most " + OfferRules.REST_MAX.toDays() + "d");
            return usual.rest();
        }
        return rest;
    }

    private static Optional<Margin> margin(YamlObject block) {
        Optional<Integer> usual = block.parsed(
                "margin", text -> new Margin(Integer.parseInt(text), 0).usual(), "a percentage from 1 to 99");
        if (usual.isEmpty()) {
            if (block.has("marginFloor") && !block.has("margin")) {
                block.refuse(
                        "marginFloor", "\"marginFloor\" needs \"margin\": what the store earns without a discount");
            }
            return Optional.empty();
        }
        return block.has("marginFloor")
                ? block.parsed(
                        "marginFloor",
                        text -> new Margin(usual.get(), Integer.parseInt(text)),
                        "at most the margin, in percent")
                : Optional.of(new Margin(usual.get(), 0));
    }
}
