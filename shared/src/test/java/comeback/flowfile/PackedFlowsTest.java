package comeback.flowfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flowfile.packed.PackedFlows;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions read when they start is what stands in the flow files, to the last setting. */
class PackedFlowsTest {
    private static final Path SHIPPED = Path.of("..", "templates");

    /** Every kind of step, exit, coupon and value of a condition, whether a flow that ships uses it or not. */
    private static final List<String> FILES = List.of("""
            class: marketing
            topic: news
            starts:
              any of:
                - on: [Signed Up, Order Completed]
                  when: ($customer.orders.count == 0 || not $cart.known) && $event.name == "Signed Up"
                - on: Product Viewed
                  when: $event.value >= "50.25 USD" && $customer.points > 10.5 && $cart.contains('mug') == false
              again: after 365d
            max event age: 2h
            max without consent: 1
            max reminders: 2
            leave out: [coupon, scarcity]
            mode: canary 10%
            holdout: 5%
            exits: [consent given, consent withdrawn, Product Reviewed]
            exit if: $customer.firstName.known == true
            steps:
              - wait: 90s
                after: start
              - wait until: "9:30"
              - wait until: birthday
                days: -3
                at: "08:15"
              - wait for: [purchase, Product Viewed]
                at most: 7d
                after: last letter
                then: [{stop: bought already}]
                else: [{send: plain, priority: low, true until: 2026-11-30T23:59}]
              - if: $store.country == "KR"
                then:
                  - send: first
                    variants: {first: 1, second: 3}
                    at once: true
                    time to live: 3h
                    show: {products: related, if none: send without}
                    without consent: {send: other, class: requested}
                else:
                  - {send: gift, coupon: {gift: Oak spoon, valid for: 48h, if none: send without}}
              - send: percent
                coupon: {percent: 10, valid for: 1h, minimum: 20 USD, products: [a, b], categories: [c], stackable: true}
              - {send: amount, coupon: {amount: 5 USD, valid for: 90d, minimum: 50 USD}}
              - {send: shipping, coupon: {free shipping: true, valid for: 2d}}
              - {send: pooled, coupon: {pool: spring, valid for: 2d}}
            """, """
            class: marketing
            ladder: abandonment
            rung: payment problem
            lower rungs: wait
            mode: shadow
            starts: {on: Product Added, runs for: cart, again: for another}
            exits: [purchase, cart emptied]
            steps: [{wait: 1h, after: last activity}, {send: hello}]
            """);

    @TempDir
    Path folder;

    @Test
    void the_flows_that_ship_come_out_as_they_went_in() {
        Flows flows = FlowFiles.read(SHIPPED);

        assertThat(PackedFlows.unpack(PackedFlows.pack(flows)).all()).isEqualTo(flows.all());
    }

    @Test
    void whatever_a_flow_file_can_say_comes_out_as_it_went_in() {
        List<Flow> flows = List.of(
                FlowFiles.former("odd", FILES.getFirst()).orElseThrow(),
                FlowFiles.former("rung", FILES.getLast()).orElseThrow());

        assertThat(PackedFlows.unpack(PackedFlows.pack(new Flows(flows))).all()).isEqualTo(flows);
    }

    @Test
    void two_builds_of_the_same_files_pack_the_same_bytes() {
        assertThat(PackedFlows.pack(FlowFiles.read(SHIPPED))).isEqualTo(PackedFlows.pack(FlowFiles.read(SHIPPED)));
    }

    @Test
    void a_function_reads_the_packed_flows_and_no_flow_file() throws IOException {
        FlowPacking.main(new String[] {SHIPPED.toString(), folder.toString()});

        assertThat(FlowFiles.checked(folder).all())
                .isEqualTo(FlowFiles.read(SHIPPED).all());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).isRegularFile());
        }
    }

    @Test
    void the_build_stops_where_a_flow_file_has_a_mistake() throws IOException {
        Path flow = Files.createDirectories(folder.resolve("templates").resolve("hello"));
        Files.writeString(flow.resolve("flow.yaml"), "class: loud\n");

        assertThatThrownBy(() -> FlowPacking.main(
                        new String[] {folder.resolve("templates").toString(), folder.toString()}))
                .isInstanceOf(TemplatesInvalid.class)
                .hasMessageContaining("hello/flow.yaml:1: \"class\" must be one of");
    }
}
