package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.customer.Lot;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.json.Fields;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What flows bring against who was held out of them is told with all that it may be, and a flow without lift is marked. */
class HoldoutsTest {
    private static final Flows HOLDING =
            new Flows(List.of(FlowFiles.former("miss-you", """
                    class: marketing
                    holdout: 10%
                    starts: {on: [Signed Up]}
                    steps:
                      - send: hello
                    """).orElseThrow()));

    private final World world = new World(HOLDING);

    private void count(String arm, long people, long buyers) {
        Row row = Row.ofTrial(
                new Trial("miss-you", Lot.holdout(10)),
                arm,
                World.today(world.now()).minusMonths(2));
        Map<String, Long> counts = Map.of(
                "people", people,
                "buyers", buyers,
                "orders", buyers,
                "squared:orders", buyers,
                "revenue:USD", 2_500 * buyers,
                "squared:revenue:USD", 625 * buyers);
        Tally tally = new Tally(new TreeMap<>(Map.of(row, new Counts(new TreeMap<>(counts)))));
        Counted seen = Counted.never(new Subject(World.SHOP.id(), Kind.PART, arm));
        world.tallies().count(List.of(new Change(seen, tally, Optional.empty())));
    }

    private String page(String path, String language) {
        return world.page("sk_demo", path, Map.of("lang", language)).getBody();
    }

    private Fields holdout() {
        return World.body(world.report("sk_demo", "flows/miss-you", Map.of())).objectOrEmpty("holdout");
    }

    @Test
    void a_flow_that_brings_more_says_how_much_and_between_which_bounds() {
        count(Lot.HELD_OUT, 2_000, 100);
        count(Lot.GIVEN, 18_000, 1_500);

        assertThat(holdout().text("advice")).contains("keep");
        assertThat(holdout().objectOrEmpty("buyers").text("verdict")).contains("better");
        assertThat(holdout().objectOrEmpty("ordersPerPerson").asMap().keySet())
                .contains("difference", "lowest", "highest");
        assertThat(world.report("sk_demo", "holdouts", Map.of()).getBody())
                .contains("\"flow\":\"miss-you\"", "\"windowDays\":30", "\"error\":0.05", "revenuePerPerson");
        for (String language : List.of("en", "ko", "tr")) {
            assertThat(page("/console/flows/miss-you", language))
                    .contains("class=\"lift-spans\"")
                    .doesNotContain("lift.NO", "lift.K", "{}", "null");
            assertThat(page("/console/flows", language)).doesNotContain("class=\"lift-mark\"");
        }
        assertThat(page("/console/flows/miss-you", "en"))
                .contains("It brings more orders, as 20,000 people show.", "Orders per 100 people more", "between +");
    }

    @Test
    void a_flow_that_shows_no_lift_after_so_many_people_is_marked_wherever_flows_stand() {
        count(Lot.HELD_OUT, 1_200, 80);
        count(Lot.GIVEN, 10_800, 730);

        assertThat(holdout().text("advice")).contains("no lift");
        assertThat(page("/console", "en")).contains("miss-you", "No lift shown after 12,000 people: consider removing");
        assertThat(page("/console/flows", "en")).contains("No lift shown after 12,000 people: consider removing");
        assertThat(page("/console/flows", "ko")).contains("12,000명 집계, 효과 미확인: 제거 검토");
        assertThat(page("/console/flows", "tr")).contains("12.000 kişiden sonra getiri görülmedi");
    }

    @Test
    void while_few_have_bought_nothing_is_promised() {
        count(Lot.HELD_OUT, 3, 0);
        count(Lot.GIVEN, 30, 2);

        assertThat(holdout().text("advice")).contains("wait");
        assertThat(holdout().objectOrEmpty("ordersPerPerson").asMap().keySet()).containsExactly("difference");
        assertThat(page("/console/flows/miss-you", "en"))
                .contains("too early", "33 people so far, of 10,000", "too few have bought to say");
        assertThat(page("/console", "en")).doesNotContain("class=\"lift-mark\"");
    }

    @Test
    void the_sheet_has_a_line_for_each_arm() {
        count(Lot.HELD_OUT, 2_000, 100);
        count(Lot.GIVEN, 18_000, 1_500);

        assertThat(world.report("sk_demo", "holdouts.csv", Map.of())
                        .getBody()
                        .lines()
                        .toList())
                .hasSize(3)
                .startsWith(
                        "flow,percent held out,arm,people,buyers,orders,revenue,orders per person more,lowest,highest,"
                                + "advice")
                .contains("miss-you,10,held out,2000,100,100,2500.00 USD,,,,")
                .anyMatch(line -> line.startsWith("miss-you,10,given,18000,1500,1500,37500.00 USD,0.03333,"));
    }

    @Test
    void where_no_flow_holds_anybody_out_nothing_is_said_of_it() {
        var plain =
                new World(new Flows(List.of(FlowFiles.former("greeting", """
                        class: marketing
                        starts: {on: [Signed Up]}
                        steps:
                          - send: hello
                        """).orElseThrow())));

        assertThat(plain.report("sk_demo", "holdouts", Map.of()).getBody()).contains("\"holdouts\":[]");
        assertThat(plain.page("sk_demo", "/console/flows/greeting", Map.of()).getBody())
                .doesNotContain("class=\"lift-spans\"");
    }
}
