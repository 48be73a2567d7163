package comeback.reply;

import comeback.catalogue.Line;
import comeback.customer.Customer;
import comeback.customer.Order;
import comeback.customer.Ref;
import comeback.message.Message;
import comeback.message.MessageState;
import comeback.render.Formats;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What support is told above an answer: which letter it answers, what was bought, and that the shop is silent
 * meanwhile.
 */
final class Telling {
    /** Enough to know what is meant. */
    private static final int LINES_MAX = 20;

    private final Map<String, Words> words = Words.all();

    /**
     * All of it.
     *
     * @param silentUntil before then nothing is advertised to them; absent when whoever answers is not known to be the customer
     */
    String about(
            Store store,
            Customer customer,
            Optional<Message> letter,
            Optional<Order> order,
            Optional<Instant> silentUntil) {
        Words its = words(store);
        Formats formats = new Formats(store.locale(), store.zone());
        List<String> lines = new ArrayList<>();
        lines.add(letter.map(answered ->
                        its.get("letter", answered.flow() + "/" + answered.name(), formats.date(sentAt(answered))))
                .orElseGet(() -> its.get("forgotten")));
        customer.identity().refs().stream()
                .filter(ref -> ref.kind() == Ref.Kind.USER)
                .findFirst()
                .ifPresent(user -> lines.add(its.get("customer", user.value())));
        order.ifPresent(bought -> {
            lines.add("");
            lines.add(its.get("order", bought.number(), formats.date(bought.placedAt())));
            bought.lines().stream()
                    .limit(LINES_MAX)
                    .forEach(line -> lines.add(its.get("line", line.quantity(), title(line))));
            int more = bought.moreLines() + Math.max(0, bought.lines().size() - LINES_MAX);
            if (more > 0) {
                lines.add(its.get("more", more));
            }
            bought.amounts().total().ifPresent(total -> lines.add(its.get("total", formats.money(total))));
        });
        lines.add("");
        lines.add(
                silentUntil.map(until -> its.get("silent", formats.date(until))).orElseGet(() -> its.get("stranger")));
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Of a letter that is not kept any more, or of somebody who wanted to be forgotten. */
    String aboutNobody(Store store) {
        return words(store).get("forgotten") + "\r\n\r\n";
    }

    private Words words(Store store) {
        return words.getOrDefault(store.locale().getLanguage(), Objects.requireNonNull(words.get("en")));
    }

    private static String title(Line line) {
        return line.title() + line.variant().map(variant -> ", " + variant).orElse("");
    }

    private static Instant sentAt(Message letter) {
        return letter.state() instanceof MessageState.Accepted taken ? taken.at() : letter.bornAt();
    }
}
