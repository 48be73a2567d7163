package comeback.test;

import comeback.local.mail.Mail;
import java.util.Optional;

/**
 * A letter that ought to have gone.
 *
 * @param letter flow and message, as their folder and file are named: "cart/need-help"
 * @param to the address, if it matters
 * @param words that stand in its subject or its text, if it matters
 */
public record Expected(String letter, Optional<String> to, Optional<String> words) {
    /** This letter, to anybody. */
    public static Expected sent(String letter) {
        return new Expected(letter, Optional.empty(), Optional.empty());
    }

    /** And to this shopper: user@example.com, as {@link Events} has it. */
    public Expected to(String user) {
        return new Expected(letter, Optional.of(user.contains("@") ? user : user + "@example.com"), words);
    }

    /** And these words stand in its subject or its text. */
    public Expected saying(String some) {
        return new Expected(letter, to, Optional.of(some));
    }

    String flow() {
        return letter.replaceFirst("/.*", "");
    }

    boolean is(Mail mail) {
        return letter.equals(Shop.name(mail))
                && to.map(mail.to()::equals).orElse(true)
                && words.map(some ->
                                mail.subject().contains(some) || mail.text().contains(some))
                        .orElse(true);
    }

    @Override
    public String toString() {
        return letter
                + to.map(address -> " to " + address).orElse("")
                + words.map(some -> " saying \"" + some + "\"").orElse("");
    }
}
