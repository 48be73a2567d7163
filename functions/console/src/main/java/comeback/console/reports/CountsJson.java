package comeback.console.reports;

import comeback.catalogue.Money;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Provider;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums as JSON and as cells. What is none is told as 0, so that whoever reads it needs no exceptions. */
final class CountsJson {
    /** What is one number, in the order in which a letter's life goes. */
    static final List<Measure> NUMBERS = List.of(
            Measure.SENT,
            Measure.DELIVERED,
            Measure.OPENED,
            Measure.OPENED_BY_MACHINE,
            Measure.CLICKED,
            Measure.CLICKED_BY_MACHINE,
            Measure.ORDERS,
            Measure.UNSUBSCRIBED,
            Measure.BOUNCED,
            Measure.SOFT_BOUNCED,
            Measure.COMPLAINED,
            Measure.REFUSED,
            Measure.UNKNOWN);

    private CountsJson() {}

    static Map<String, Object> of(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        NUMBERS.forEach(measure -> json.put(measure.key(), counts.count(measure)));
        json.put("skipped", counts.skipped());
        json.put("answered", counts.answered());
        json.put("revenue", revenue(counts));
        Map<String, Object> providers = new LinkedHashMap<>();
        for (Provider provider : Provider.values()) {
            if (!counts.at(provider).isNone()) {
                providers.put(provider.key(), counts.at(provider).byKey());
            }
        }
        json.put("providers", providers);
        json.put("cost", Map.of(Cost.CURRENCY, Cost.today().of(counts).toPlainString()));
        return json;
    }

    /** Of the whole shop, which sends nothing. */
    static Map<String, Object> sales(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(Measure.ORDERS.key(), counts.count(Measure.ORDERS));
        json.put("revenue", revenue(counts));
        return json;
    }

    private static Map<String, Object> revenue(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        counts.revenue().forEach((code, minor) -> json.put(code, amount(code, minor)));
        return json;
    }

    /** In the currency's main unit, exactly: "18.00", "15000". */
    static String amount(String code, long minor) {
        return new Money(minor, Currency.getInstance(code)).amount().toPlainString();
    }
}
