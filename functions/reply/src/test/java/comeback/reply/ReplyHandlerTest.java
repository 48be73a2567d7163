package comeback.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryTable;
import comeback.commit.Samples;
import comeback.commit.TablePorts;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.link.ReplyAddress;
import comeback.message.MessageId;
import comeback.store.Brand;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ada has bought, and answers the confirmation of her order. */
class ReplyHandlerTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final String DOMAIN = "reply.shop.example";
    private static final MessageId LETTER =
            MessageId.of(STORE.id(), "order-confirmation", "1001", "thanks-for-your-order");
    private static final String ADDRESS = ReplyAddress.at(DOMAIN, STORE, LETTER).orElseThrow();

    private final TablePorts table = new InMemoryTable().ports();
    private final InMemoryReceivedMails mails = new InMemoryReceivedMails();
    private final List<String> handed = new ArrayList<>();
    private final QuietContext context = new QuietContext();
    private final Instant now = Samples.NOW.plus(Duration.ofHours(2));
    private boolean isSesDown;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), new InMemoryAlarms(), () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    private final ReplyHandler handler = new ReplyHandler(
            table.stores(), table.customers(), table.messages(), table.orders(), decisions, mails, this::hand, DOMAIN);

    private void hand(EmailAddress from, EmailAddress to, byte[] mail) {
        if (isSesDown) {
            throw new IllegalStateException("SES is down");
        }
        assertThat(from.value()).isEqualTo("answers@" + DOMAIN);
        assertThat(to.value()).isEqualTo(STORE.brand().supportEmail());
        handed.add(new String(mail, StandardCharsets.UTF_8));
    }

    @BeforeEach
    void ada_has_bought() {
        table.stores().save(STORE);
        buys(STORE);
    }

    private void buys(Store store) {
        decisions.happened(
                store,
                new StoreEvent(
                        "e-1",
                        "test",
                        Samples.NOW,
                        Samples.NOW,
                        List.of(Ref.user("ada")),
                        Optional.of(new EmailAddress("ada@example.com")),
                        true,
                        Profile.EMPTY,
                        new Consent.Given(Samples.NOW, "form"),
                        KeyClass.SECRET,
                        false,
                        new Event.OrderCompleted(Samples.order("1001"), Set.of())),
                Map.of());
    }

    private String comes(String id, String to, String headers) {
        mails.mails.put(
                id, (headers.replace("\n", "\r\n") + "\r\n\r\nWhere is it? Ça va?").getBytes(StandardCharsets.UTF_8));
        return told(id, to, "PASS");
    }

    private String told(String id, String to, String virus) {
        Map<String, Object> ses = Map.of(
                "mail", Map.of("messageId", id, "timestamp", now.toString()),
                "receipt", Map.of("recipients", List.of(to), "virusVerdict", Map.of("status", virus)));
        return handler.handleRequest(Map.of("Records", List.of(Map.of("ses", ses))), context);
    }

    private Customer ada() {
        return table.customers().at(STORE.id(), ADA);
    }

    private boolean isLeftInPeace() {
        return ada().recentEvents().signs().repliedAt().isPresent();
    }

    /** What stands above the answer. */
    private static String about(String mail) {
        String part = mail.split("base64\r\n\r\n", 2)[1].split("\r\n--", 2)[0];
        return new String(Base64.getMimeDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void an_answer_reaches_support_with_its_order_and_its_customer_is_left_in_peace() {
        assertThat(comes("in1", ADDRESS, "From: Ada <ADA@example.com>\nSubject: Re: Your\n order"))
                .isEqualTo("ANSWER");

        assertThat(isLeftInPeace()).isTrue();
        assertThat(handed).singleElement().satisfies(mail -> {
            assertThat(mail)
                    .contains("Reply-To: ADA@example.com\r\n")
                    .contains("Subject: Re: Your\r\n order\r\n")
                    .contains("Where is it? Ça va?");
            assertThat(about(mail))
                    .contains(
                            "order-confirmation/thanks-for-your-order",
                            "Customer: ada",
                            "Order ",
                            "no marketing until");
        });
        assertThat(mails.mails).isEmpty();
        assertThat(context.lines().toString()).contains("ANSWER").doesNotContainIgnoringCase("ada@", "Where is it");
    }

    @Test
    void the_same_mail_told_twice_is_handed_on_once() {
        comes("in1", ADDRESS, "From: ada@example.com");

        assertThat(told("in1", ADDRESS, "PASS")).isEqualTo("ALREADY_DONE");
        assertThat(handed).hasSize(1);
    }

    @Test
    void what_could_not_be_handed_on_stays_until_it_can_and_the_customer_has_peace_meanwhile() {
        isSesDown = true;
        assertThatThrownBy(() -> comes("in1", ADDRESS, "From: ada@example.com")).hasMessage("SES is down");
        assertThat(mails.mails).containsKey("in1");
        assertThat(isLeftInPeace()).isTrue();
        long version = ada().version();

        isSesDown = false;
        assertThat(told("in1", ADDRESS, "PASS")).isEqualTo("ANSWER");
        assertThat(handed).hasSize(1);
        assertThat(ada().version()).isEqualTo(version);
        assertThat(mails.mails).isEmpty();
    }

    @Test
    void a_friend_to_whom_the_letter_was_passed_on_reaches_support_and_changes_nothing() {
        assertThat(comes("in1", ADDRESS, "From: bob@example.com")).isEqualTo("FROM_SOMEBODY_ELSE");

        assertThat(isLeftInPeace()).isFalse();
        assertThat(handed)
                .singleElement()
                .satisfies(mail -> assertThat(about(mail)).contains("nothing was changed"));
    }

    @Test
    void whoever_writes_in_adas_name_without_her_letter_reaches_nobody() {
        String forged = LETTER + "aaaaaaaaaaaaaaaa.demo@" + DOMAIN;
        String otherStore = ADDRESS.replace(".demo@", ".fern@");

        for (String to : List.of(forged, otherStore, "ada@" + DOMAIN, "hello@elsewhere.example", "")) {
            assertThat(comes("in1", to, "From: ada@example.com")).as(to).isEqualTo("UNKNOWN_ADDRESS");
        }
        assertThat(isLeftInPeace()).isFalse();
        assertThat(handed).isEmpty();
        assertThat(mails.mails).isEmpty();
    }

    @Test
    void a_mail_program_that_writes_addresses_in_capitals_is_understood() {
        assertThat(comes("in1", ADDRESS.toUpperCase(Locale.ROOT), "From: ada@example.com"))
                .isEqualTo("ANSWER");
    }

    @Test
    void a_machine_and_a_virus_reach_nobody_and_change_nothing() {
        assertThat(comes("in1", ADDRESS, "From: ada@example.com\nAuto-Submitted: auto-replied"))
                .isEqualTo("AUTOMATIC");
        mails.mails.put("in2", new byte[0]);
        assertThat(told("in2", ADDRESS, "FAIL")).isEqualTo("HARMFUL");

        assertThat(isLeftInPeace()).isFalse();
        assertThat(handed).isEmpty();
        assertThat(mails.mails).isEmpty();
    }

    @Test
    void what_we_handed_on_never_comes_round_again() {
        comes("in1", ADDRESS, "From: ada@example.com");
        mails.mails.put("in2", handed.getFirst().getBytes(StandardCharsets.UTF_8));

        assertThat(told("in2", ADDRESS, "PASS")).isEqualTo("AUTOMATIC");
        assertThat(comes("in3", "answers@" + DOMAIN, "From: ada@example.com")).isEqualTo("UNKNOWN_ADDRESS");
        assertThat(handed).hasSize(1);
    }

    @Test
    void a_store_whose_support_leads_back_here_is_told_so_and_loses_nothing() {
        Brand brand = STORE.brand();
        table.stores()
                .save(new Store(
                        STORE.id(),
                        new Brand(
                                brand.name(),
                                brand.homeUrl(),
                                brand.logoUrl(),
                                brand.colour(),
                                brand.legalName(),
                                brand.postalAddress(),
                                "help@" + DOMAIN,
                                brand.supportPhone(),
                                brand.registration()),
                        STORE.sender(),
                        STORE.locale(),
                        STORE.locales(),
                        STORE.zone(),
                        STORE.keys(),
                        STORE.linkSecret(),
                        STORE.flowsOff(),
                        STORE.policy()));

        assertThatThrownBy(() -> comes("in1", ADDRESS, "From: ada@example.com"))
                .hasMessageContaining("brand.supportEmail of store demo");
        assertThat(mails.mails).containsKey("in1");
    }

    @Test
    void an_answer_to_a_letter_that_is_not_kept_any_more_still_reaches_support() {
        String old = ReplyAddress.at(DOMAIN, STORE, MessageId.of(STORE.id(), "cart", "long-ago", "need-help"))
                .orElseThrow();

        assertThat(comes("in1", old, "From: ada@example.com")).isEqualTo("FROM_SOMEBODY_ELSE");
        assertThat(handed)
                .singleElement()
                .satisfies(mail -> assertThat(about(mail)).contains("nothing is known any more"));
    }
}
