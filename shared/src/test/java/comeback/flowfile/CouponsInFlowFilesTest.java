package comeback.flowfile;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.coupon.Benefit;
import comeback.coupon.Conditions;
import comeback.coupon.CouponOffer;
import comeback.flow.Step;
import comeback.message.Terms;
import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CouponsInFlowFilesTest {
    private static final String FLOW = """
            class: marketing
            starts:
              on: [Signed Up]
            steps:
              - send: hello
            """;
    private static final String SHOWS = "#if($coupon)\n#coupon()\n#end\n";

    @TempDir
    Path templates;

    private List<String> problems(String flow, String letter) throws IOException {
        Path folder = Files.createDirectories(templates.resolve("welcome"));
        Files.writeString(folder.resolve("hello.vm"), letter);
        Files.writeString(folder.resolve("flow.yaml"), flow);
        try {
            FlowFiles.read(templates);
            return List.of();
        } catch (TemplatesInvalid e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    private static String giving(String coupon) {
        return FLOW + "    coupon: {" + coupon + "}\n";
    }

    private Terms read(String flow) throws IOException {
        assertThat(problems(flow, SHOWS)).isEmpty();
        return ((Step.Send) FlowFiles.read(templates)
                        .named("welcome")
                        .orElseThrow()
                        .steps()
                        .getFirst())
                .terms();
    }

    private void refused(String coupon, String expected) throws IOException {
        assertThat(problems(giving(coupon), SHOWS))
                .as(coupon)
                .anySatisfy(problem -> assertThat(problem).contains(expected).startsWith("welcome/flow.yaml:6"));
    }

    private static Money dollars(long cents) {
        return new Money(cents, Currency.getInstance("USD"));
    }

    @Test
    void a_step_says_what_its_letter_gives_and_for_how_long() throws IOException {
        assertThat(read(giving("percent: 10, valid for: 48h")).offer())
                .contains(new CouponOffer(
                        new CouponOffer.Source.Minted(new Benefit.Percent(10), Conditions.USUAL),
                        Duration.ofDays(2),
                        false));
        assertThat(read(giving(
                                "amount: 5 USD, minimum: 29.90 USD, products: [p-1], categories: [mugs], stackable: true,"
                                        + " valid for: 5h, if none: send without"))
                        .offer())
                .contains(new CouponOffer(
                        new CouponOffer.Source.Minted(
                                new Benefit.AmountOff(dollars(500)),
                                new Conditions(Optional.of(dollars(2990)), Set.of("p-1"), Set.of("mugs"), false)),
                        Duration.ofHours(5),
                        true));
        assertThat(read(giving("free shipping: true, valid for: 7d"))
                        .offer()
                        .orElseThrow()
                        .source())
                .isEqualTo(new CouponOffer.Source.Minted(new Benefit.FreeShipping(), Conditions.USUAL));
        assertThat(read(giving("gift: Oak spoon, valid for: 7d"))
                        .offer()
                        .orElseThrow()
                        .source())
                .isEqualTo(new CouponOffer.Source.Minted(new Benefit.Gift("Oak spoon"), Conditions.USUAL));
        assertThat(read(giving("pool: spring, valid for: 7d"))
                        .offer()
                        .orElseThrow()
                        .source())
                .isEqualTo(new CouponOffer.Source.FromPool("spring"));
    }

    @Test
    void a_step_says_until_when_its_letter_is_true() throws IOException {
        assertThat(problems(FLOW + "    true until: 2026-11-30T23:59\n", "")).isEmpty();
        assertThat(problems(FLOW + "    true until: Friday\n", ""))
                .singleElement()
                .asString()
                .startsWith("welcome/flow.yaml:6: \"true until\" must be a day and time like 2026-11-30T23:59");
        assertThat(read(giving("percent: 10, valid for: 5h") + "    true until: 2026-11-30T23:59\n")
                        .trueUntil())
                .contains(LocalDateTime.of(2026, 11, 30, 23, 59));
    }

    @Test
    void a_coupon_outside_its_rules_is_named_with_its_line() throws IOException {
        refused("percent: 101, valid for: 48h", "\"percent\" must be a whole number from 1 to 100, not \"101\"");
        refused("percent: 10", "\"valid for\" is missing");
        refused("percent: 10, valid for: 59m", "\"valid for\" is 1h to 90d");
        refused("percent: 10, valid for: 91d", "\"valid for\" is 1h to 90d");
        refused("valid for: 48h", "a coupon gives one of: percent, amount, free shipping, gift, pool");
        refused("percent: 10, gift: a spoon, valid for: 48h", "a coupon gives one of");
        refused("amount: 5 USD, valid for: 48h", "an amount off needs a \"minimum\"");
        refused("amount: 5 USD, minimum: 4 USD, valid for: 48h", "an amount off needs a \"minimum\"");
        refused("amount: 5 USD, minimum: 50 EUR, valid for: 48h", "an amount off needs a \"minimum\"");
        refused("amount: 5, minimum: 50 EUR, valid for: 48h", "\"amount\" must be an amount like 5 USD");
        refused("amount: 5.001 USD, minimum: 50 USD, valid for: 48h", "\"amount\" must be an amount like 5 USD");
        refused("pool: spring, minimum: 5 USD, valid for: 48h", "is said with the pool, not here");
        refused("pool: Spring 26, valid for: 48h", "\"pool\" must be 1 to 40 of a-z");
        refused("percent: 10, valid for: 48h, if none: wait", "\"if none\" must be one of: skip, send without");
        refused("free shipping: false, valid for: 48h", "leave it out");
        refused("percent: 10, valid for: 48h, percentage: 3", "unknown setting \"percentage\"");
    }

    @Test
    void a_letter_that_gives_a_coupon_is_never_transactional() throws IOException {
        assertThat(problems(
                        giving("percent: 10, valid for: 48h")
                                .replace("send: hello", "send: hello\n    class: transactional"),
                        SHOWS))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("welcome/flow.yaml:7: a letter that gives a coupon promotes"));
    }

    @Test
    void a_letter_and_its_step_agree_about_the_coupon() throws IOException {
        assertThat(problems(FLOW, "\n$coupon.code\n"))
                .containsExactly(
                        "welcome/hello.vm:2: this letter shows a coupon, and no step of flow.yaml gives one with it");
        assertThat(problems(giving("percent: 10, valid for: 48h"), "hello"))
                .containsExactly("welcome/hello.vm:1: flow.yaml gives a coupon with this letter, and it shows none");
        assertThat(problems(giving("percent: 10, valid for: 48h, if none: send without"), "\n\n#coupon()"))
                .singleElement()
                .asString()
                .startsWith("welcome/hello.vm:3: this letter may go without its coupon");
        assertThat(problems(
                        giving("percent: 10, valid for: 48h, if none: send without"), "#if($coupon)\n#coupon()\n#end"))
                .isEmpty();
    }
}
