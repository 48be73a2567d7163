package comeback.link;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.customer.Ref;
import comeback.message.MessageId;
import comeback.store.LinkSecrets;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the secret part of every link. */
class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Store SHOP = TestStores.demo();
    private static final StoreId ID = SHOP.id();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final String ANOTHER = "another-link-secret-of-more-than-32-characters";

    /**
     * A kind of link.
     *
     * @param signed by a store, one that leads to Ada's things
     * @param isGood whether a store opens it at a moment
     */
    record Kind(String name, Function<Store, String> signed, Opens isGood) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Opens {
        boolean isGood(Store store, String token, Instant now);
    }

    private static <T> Kind kind(
            T token, BiFunction<T, Store, String> sign, Function<String, Optional<T>> read, Check<T> check) {
        return new Kind(
                token.getClass().getSimpleName(),
                store -> sign.apply(token, store),
                (store, text, now) -> read.apply(text)
                        .filter(it -> check.isSigned(it, store, text, now))
                        .isPresent());
    }

    interface Check<T> {
        boolean isSigned(T token, Store store, String text, Instant now);
    }

    static Stream<Kind> kinds() {
        MessageId message = MessageId.of(ID, "cart", "cart-1", "1");
        return Stream.of(
                kind(
                        new UnsubscribeToken(ID, ADA, message),
                        UnsubscribeToken::signedBy,
                        UnsubscribeToken::read,
                        UnsubscribeToken::isSignedBy),
                kind(
                        PreferencesToken.of(ID, ADA, NOW),
                        PreferencesToken::signedBy,
                        PreferencesToken::read,
                        PreferencesToken::isSignedBy),
                kind(
                        new OrderToken(ID, ADA, new OrderId("1001")),
                        OrderToken::signedBy,
                        OrderToken::read,
                        OrderToken::isSignedBy),
                kind(
                        new RatingToken(ID, ADA, new OrderId("1001")),
                        RatingToken::signedBy,
                        RatingToken::read,
                        RatingToken::isSignedBy),
                kind(new CartToken(ID, ADA, "cart-1"), CartToken::signedBy, CartToken::read, CartToken::isSignedBy),
                kind(
                        new ConfirmToken(ID, ADA, NOW),
                        ConfirmToken::signedBy,
                        ConfirmToken::read,
                        ConfirmToken::isSignedBy),
                kind(
                        new ReplyAddress(ID, message),
                        ReplyAddress::signedBy,
                        ReplyAddress::read,
                        ReplyAddress::isSignedBy),
                kind(
                        new StockRequestToken(ID, ADA, new Wanted("mug", "small"), NOW),
                        StockRequestToken::signedBy,
                        StockRequestToken::read,
                        StockRequestToken::isSignedBy));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_old_link_works_for_two_years_after_the_shop_changed_its_secret(Kind kind) {
        String old = kind.signed().apply(SHOP);
        Store changed = SHOP.with(SHOP.links().replaced(ANOTHER, NOW, LinkSecrets.KEEP));
        Instant end = NOW.plus(Duration.ofDays(730));

        assertThat(kind.isGood().isGood(changed, old, NOW)).isTrue();
        assertThat(kind.isGood().isGood(changed, old, end.minusSeconds(1))).isTrue();
        assertThat(kind.isGood().isGood(changed, old, end)).isFalse();
        assertThat(kind.signed().apply(changed)).isNotEqualTo(old);
        assertThat(kind.isGood().isGood(changed, kind.signed().apply(changed), end))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_link_that_another_shop_signed_opens_nothing_whatever_secrets_it_had(Kind kind) {
        Store other = SHOP.with(new LinkSecrets(ANOTHER));
        Store third = TestStores.named("third", SHOP.policy(), Set.of());

        assertThat(kind.isGood().isGood(SHOP, kind.signed().apply(other), NOW)).isFalse();
        assertThat(kind.isGood().isGood(third.with(SHOP.links()), kind.signed().apply(SHOP), NOW))
                .isFalse();
    }
}
