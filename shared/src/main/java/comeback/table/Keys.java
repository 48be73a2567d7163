package comeback.table;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Together;
import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.LogEntry;
import comeback.commit.SendingAccount;
import comeback.commit.Tallies;
import comeback.commit.Timelines;
import comeback.coupon.CouponCode;
import comeback.coupon.PooledCode;
import comeback.customer.ConsentWord;
import comeback.customer.CustomerId;
import comeback.customer.Fingerprint;
import comeback.customer.OrderId;
import comeback.message.MessageId;
import comeback.receipt.ReceiptNumber;
import comeback.receipt.Series;
import comeback.report.Row;
import comeback.store.KeyHash;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.WaveId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key shape of the table, and what it is read by.
 *
 * <pre>
 * item            pk                      sk                    read by
 * customer, sign  S#store#C#customer      CUSTOMER              id (an event's strongest reference); also what stays of
 *                                                               somebody forgotten
 * timeline        S#store#C#customer      LOG#time#input        customer, newest first, a page at a time
 * message         S#store#M#message       MESSAGE               id (the stream, SES's tags)
 * order           S#store#O#order         ORDER                 id, when a letter shows it
 * bought together S#store#B#              time#order            store, newest first, one page; expires
 *                 S#store#B#product       time#order            product, newest first, one page; expires
 * bestsellers     S#store#T#              BESTSELLERS           store; the night counts on where it stopped
 * newcomer        S#store#A#              time#product          store, newest first, one page; expires
 * first told of   S#store#T#              OPENED                store, when it tells of a product for the first time
 * product         S#store#P#product       PRODUCT               id, many at once
 * who asked ever  S#store#P#product       WATCH                 product, when the shop reports its stock
 * consent ledger  S#store#C#customer      WORD#time#version     customer, newest first; stays when they are forgotten
 * request         S#store#C#customer      ASK#wave              customer, so that they are few; and to take it back
 * waiter          S#store#W#wave          A#time#customer       wave, oldest first, a page at a time; A#!time#customer for
 *                                                               those who hear before them
 * who saw it      S#store#V#product       customer              product, a page at a time, when there is news of it; expires
 * what they saw   S#store#C#customer      SAW#product           customer, when they are forgotten; expires
 * wave            S#store#W#wave          WAVE                  id (its alarm, the sweeper)
 * product's name  S#store#N#name          NAME                  a variant's id, SKU or inventory item, many at once
 * coupon          S#store#K#code          COUPON                code (a checkout), also while it waits in a pool
 * free code       S#store#F#pool          FREE#fingerprint      pool, one page from a place that differs by message
 * receipt         S#store#Q#kind#key      RECEIPT               order, or order and refund: drawing it again finds it
 * its number      S#store#Y#kind#year     000000001             numbers in their order, a page at a time
 * last number     S#store#Y#kind#year     LAST                  itself, in the transaction that draws the next
 * coupons' budget S#store                 COUPONS#month         month, when a coupon is about to be given
 * an inbox's day  S#store#I#fingerprint   DAY#date              inbox, for a mail that anybody may have brought about; expires
 * a crowd         S#store#X#network       MINUTE#time           network and minute, when a click is judged; expires
 * sums            S#store#R#month#part    day#flow#step#variant a store's month, in parts: a report of some days
 * sums of trials  S#store#R#~#part        month#flow#trial#arm  a store's trials, in parts: a report of some months
 * what one added  S#store#G#kind#print    COUNTED               message, order or part in a trial, when it is counted again
 * audit trail     S#store#H#, or AUDIT    time#id               store, or the whole deployment; newest first, a page at a time
 * store           S#store                 STORE                 id
 * stores          STORES                  store                 the deployment, a page at a time
 * sign-in link    SIGNIN#id               LINK                  id (the stream, the link); expires
 * session         SESSION#sha256(key)     SESSION               what a browser holds; expires
 * asked for links SIGNINS#fingerprint     SINCE#time            address or network, when another is asked for; expires
 * flow file       FLOW#flow               version               a journey that began under it, once the file has changed
 * write key       KEY#sha256(key)         KEY                   what a client sent
 * sending account ACCOUNT                 SENDING               itself: SES's quota and open circuits, for send
 * reconciliation  ACCOUNT                 SUPPRESSED            itself: how far the night went through SES's list
 * places          RATE#second             PLACES                second (epoch): how many mails went in it; expires
 * domain          DOMAIN#host             DOMAIN                what a shop system says it is; "*" is every other one
 *
 * index "due"     duePartition D#0…D#7    dueAt (epoch s)       the sweeper: customers with an alarm, claimed messages,
 *                                                               waves that are held or under way
 *                 N#0…N#7                 dueAt (epoch s)       the night: customers on the way in no flow, and shops
 *                                                               some of whose orders are not counted
 *                 R#0…R#7, M#0…M#7        dueAt (epoch s)       wake: receipts, other messages that are to be sent
 *                 FLAGGED                 flaggedAt (epoch s)   a person: receipts of which nobody knows, or that failed
 * </pre>
 *
 * <p>The store's id comes first, so no key of one store can be made to mean another's item.
 */
public final class Keys {
    static final String PK = "pk";
    static final String SK = "sk";
    static final String DUE_INDEX = "due";
    static final String DUE_PARTITION = "duePartition";
    static final String DUE_AT = "dueAt";

    /** A part of the due index that no sweep looks at. */
    static final String FLAGGED = "FLAGGED";

    private static final String CUSTOMER = "CUSTOMER";
    private static final String MESSAGE = "MESSAGE";
    private static final String LOG = "LOG#";
    private static final String WAVE = "WAVE";
    private static final String BESTSELLERS = "BESTSELLERS";
    static final String REQUEST = "ASK#";
    static final String SAW = "SAW#";
    private static final String WORD = "WORD#";
    private static final String WAITER = "A#";
    private static final String STORES = "STORES";
    private static final String SIGN_IN = "SIGNIN#";
    private static final String LINK = "LINK";

    /** Before every digit. */
    private static final String FIRST = "!";

    private static final String FREE = "FREE#";

    /** Always nine digits: "00:00Z" would sort after "00:00.5Z", and a timeline is read in the order of its keys. */
    private static final DateTimeFormatter LOG_TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    /** In so many parts each sum is kept. */
    static final int SHARDS = 4;

    private Keys() {}

    static Map<String, AttributeValue> customer(StoreId store, CustomerId id) {
        return key("S#" + store + "#C#" + id, CUSTOMER);
    }

    static Map<String, AttributeValue> log(StoreId store, CustomerId id, LogEntry entry) {
        return log(store, id, entry.at(), entry.id());
    }

    static Map<String, AttributeValue> log(StoreId store, CustomerId id, Instant at, String line) {
        return key("S#" + store + "#C#" + id, LOG + LOG_TIME.format(at) + "#" + line);
    }

    /** The values of a query for all lines of one place. */
    static Map<String, AttributeValue> logsOf(StoreId store, CustomerId id) {
        return Map.of(":place", text("S#" + store + "#C#" + id), ":log", text(LOG));
    }

    /** A line of the timeline, as read: its time and id stand in its key. */
    static LogEntry logLine(Item item) {
        List<String> parts = List.of(item.text(SK).split("#", 3));
        return LogMapper.read(Instant.parse(parts.get(1)), parts.get(2), item.packed("body"));
    }

    static Map<String, AttributeValue> word(StoreId store, ConsentWord word) {
        return key("S#" + store + "#C#" + word.who(), WORD + LOG_TIME.format(word.at()) + "#" + word.version());
    }

    /** The values of a query for all words of one place. */
    static Map<String, AttributeValue> wordsOf(StoreId store, CustomerId id) {
        return Map.of(":place", text("S#" + store + "#C#" + id), ":word", text(WORD));
    }

    static Map<String, AttributeValue> message(StoreId store, MessageId id) {
        return key("S#" + store + "#M#" + id, MESSAGE);
    }

    static Map<String, AttributeValue> order(StoreId store, OrderId id) {
        return key("S#" + store + "#O#" + id, "ORDER");
    }

    static Map<String, AttributeValue> bought(StoreId store, Together order) {
        return bought(store, "", order);
    }

    static Map<String, AttributeValue> bought(StoreId store, String product, Together order) {
        return key("S#" + store + "#B#" + product, LOG_TIME.format(order.at()) + "#" + order.order());
    }

    /** The values of a query for all that was bought in a store. */
    static Map<String, AttributeValue> boughtIn(StoreId store) {
        return boughtWith(store, "");
    }

    /** The values of a query for all orders with a product in them. */
    static Map<String, AttributeValue> boughtWith(StoreId store, String product) {
        return Map.of(":place", text("S#" + store + "#B#" + product));
    }

    /** The values of a query for all that was bought in a store before a time. */
    static Map<String, AttributeValue> boughtIn(StoreId store, Instant until) {
        return Map.of(":place", text("S#" + store + "#B#"), ":until", text(LOG_TIME.format(until)));
    }

    static Map<String, AttributeValue> bestsellers(StoreId store) {
        return key("S#" + store + "#T#", BESTSELLERS);
    }

    static Map<String, AttributeValue> opening(StoreId store) {
        return key("S#" + store + "#T#", "OPENED");
    }

    static Map<String, AttributeValue> newcomer(StoreId store, Newcomer newcomer) {
        return key("S#" + store + "#A#", LOG_TIME.format(newcomer.at()) + "#" + newcomer.product());
    }

    /** The values of a query for what came into a shop between these times. */
    static Map<String, AttributeValue> newcomers(StoreId store, Instant from, Instant until) {
        return Map.of(
                ":list", text("S#" + store + "#A#"),
                ":from", text(LOG_TIME.format(from)),
                // After every product of that moment.
                ":until", text(LOG_TIME.format(until) + "~"));
    }

    static Map<String, AttributeValue> product(StoreId store, String id) {
        return key("S#" + store + "#P#" + id, "PRODUCT");
    }

    static Map<String, AttributeValue> productName(StoreId store, String name) {
        return key("S#" + store + "#N#" + name, "NAME");
    }

    static Map<String, AttributeValue> watch(StoreId store, String productId) {
        return key("S#" + store + "#P#" + productId, "WATCH");
    }

    static Map<String, AttributeValue> wave(StoreId store, WaveId id) {
        return key("S#" + store + "#W#" + id, WAVE);
    }

    static Map<String, AttributeValue> waiter(StoreId store, WaveId wave, Waiter waiter) {
        String rank = waiter.isFirst() ? WAITER + FIRST : WAITER;
        return key("S#" + store + "#W#" + wave, rank + LOG_TIME.format(waiter.askedAt()) + "#" + waiter.customer());
    }

    /** The values of a query for all who wait for one thing. */
    static Map<String, AttributeValue> waitersFor(StoreId store, WaveId wave) {
        return Map.of(":list", text("S#" + store + "#W#" + wave), ":waiter", text(WAITER));
    }

    static Map<String, AttributeValue> request(StoreId store, CustomerId customer, WaveId wave) {
        return key("S#" + store + "#C#" + customer, REQUEST + wave);
    }

    /** The values of a query for all that one customer asked for. */
    static Map<String, AttributeValue> requestsOf(StoreId store, CustomerId customer) {
        return Map.of(":place", text("S#" + store + "#C#" + customer), ":request", text(REQUEST));
    }

    static Map<String, AttributeValue> viewer(StoreId store, String product, CustomerId customer) {
        return key("S#" + store + "#V#" + product, customer.value());
    }

    /** Who stands in the key of one who saw something. */
    static CustomerId viewer(Item item) {
        return new CustomerId(item.text(SK));
    }

    /** The values of a query for who saw a product, after one of them. */
    static Map<String, AttributeValue> viewersOf(StoreId store, String product, Optional<CustomerId> after) {
        return Map.of(
                ":list",
                text("S#" + store + "#V#" + product),
                ":after",
                text(after.map(CustomerId::value).orElse(" ")));
    }

    static Map<String, AttributeValue> saw(StoreId store, CustomerId customer, String product) {
        return key("S#" + store + "#C#" + customer, SAW + product);
    }

    /** The values of a query for all that one customer saw. */
    static Map<String, AttributeValue> sightsOf(StoreId store, CustomerId customer) {
        return Map.of(":place", text("S#" + store + "#C#" + customer), ":saw", text(SAW));
    }

    /** The rest of a sort key after what begins it. */
    static String afterPrefix(Item item, String prefix) {
        return item.text(SK).substring(prefix.length());
    }

    /** Where this item lies. */
    static Map<String, AttributeValue> keyOf(Item item) {
        return key(item.text(PK), item.text(SK));
    }

    /** What a place is named after, whatever signs that name has in it. */
    static String lastPart(Item item) {
        return item.text(PK).split("#", 4)[3];
    }

    static Map<String, AttributeValue> coupon(StoreId store, CouponCode code) {
        return key("S#" + store + "#K#" + code, "COUPON");
    }

    static Map<String, AttributeValue> freeCode(StoreId store, PooledCode code) {
        String place = Fingerprint.of("code", code.code().value());
        return key("S#" + store + "#F#" + code.pool(), FREE + place);
    }

    /** The values of a query for the free codes of a pool, from the place on where a message begins to look. */
    static Map<String, AttributeValue> freeCodes(StoreId store, String pool, String from) {
        return Map.of(
                ":place", text("S#" + store + "#F#" + pool),
                ":from", text(FREE + from),
                ":end", text(FREE + "~"));
    }

    static Map<String, AttributeValue> couponsOf(StoreId store, YearMonth month) {
        return key("S#" + store, "COUPONS#" + month);
    }

    static Map<String, AttributeValue> receipt(StoreId store, Series series, String receiptKey) {
        return key("S#" + store + "#Q#" + series.sign() + "#" + receiptKey, "RECEIPT");
    }

    static Map<String, AttributeValue> receiptCount(StoreId store, Series series, Year year) {
        return key(receipts(store, series, year), "LAST");
    }

    static Map<String, AttributeValue> receiptNumber(StoreId store, ReceiptNumber number) {
        return key(receipts(store, number.series(), number.year()), nineDigits(number.count()));
    }

    /** The values of a query for a year's numbers. */
    static Map<String, AttributeValue> receiptNumbers(StoreId store, Series series, Year year, long from) {
        return Map.of(
                ":list", text(receipts(store, series, year)),
                ":from", text(nineDigits(from)),
                ":end", text("999999999"));
    }

    static long receiptCount(Item listed) {
        return Long.parseLong(listed.text(SK));
    }

    private static String receipts(StoreId store, Series series, Year year) {
        return "S#" + store + "#Y#" + series.sign() + "#" + year;
    }

    /** So that numbers are read in their order. */
    private static String nineDigits(long count) {
        return String.format(Locale.ROOT, "%09d", count);
    }

    static Map<String, AttributeValue> sums(StoreId store, Row row, int shard) {
        return key(
                row.trial().isPresent() ? trials(store, shard) : sums(store, YearMonth.from(row.day()), shard),
                row.text());
    }

    /** The values of a query for one part of the sums of some days of a month. */
    static Map<String, AttributeValue> sumsOf(StoreId store, YearMonth month, int shard, LocalDate from, LocalDate to) {
        return Map.of(
                ":place", text(sums(store, month, shard)),
                ":from", text(from.toString()),
                ":end", text(to + "~"));
    }

    /** The values of a query for one part of the sums of what is measured of flows. */
    static Map<String, AttributeValue> trialsOf(StoreId store, int shard, YearMonth from, YearMonth to) {
        return Map.of(
                ":place", text(trials(store, shard)),
                ":from", text(from.toString()),
                ":end", text(to + "~"));
    }

    private static String trials(StoreId store, int shard) {
        return "S#" + store + "#R#~#" + shard;
    }

    static Row sumsRow(Item item) {
        return Row.of(item.text(SK));
    }

    private static String sums(StoreId store, YearMonth month, int shard) {
        return "S#" + store + "#R#" + month + "#" + shard;
    }

    /** A fingerprint: it stays when somebody is forgotten, and then names nothing of theirs. */
    static Map<String, AttributeValue> counted(Tallies.Subject subject) {
        String kind = subject.kind().name();
        return key("S#" + subject.store() + "#G#" + kind + "#" + Fingerprint.of(kind, subject.id()), "COUNTED");
    }

    static Map<String, AttributeValue> audit(Optional<StoreId> store, Timelines.Place place) {
        return key(audit(store), LOG_TIME.format(place.at()) + "#" + place.id());
    }

    /** The values of a query for all entries of a store, or of the deployment. */
    static Map<String, AttributeValue> auditOf(Optional<StoreId> store) {
        return Map.of(":place", text(audit(store)));
    }

    private static String audit(Optional<StoreId> store) {
        return store.map(id -> "S#" + id + "#H#").orElse("AUDIT");
    }

    static Map<String, AttributeValue> listed(StoreId id) {
        return key(STORES, id.value());
    }

    /** The values of a query for all stores. */
    static Map<String, AttributeValue> allStores() {
        return Map.of(":place", text(STORES));
    }

    static Map<String, AttributeValue> signIn(String id) {
        return key(SIGN_IN + id, LINK);
    }

    /** Which sign-in link a key names. */
    public static Optional<String> signIn(String pk, String sk) {
        return pk.startsWith(SIGN_IN) && sk.equals(LINK)
                ? Optional.of(pk.substring(SIGN_IN.length()))
                : Optional.empty();
    }

    /** Of a browser's key only the hash is kept: who reads the table cannot sign in. */
    static Map<String, AttributeValue> session(KeyHash key) {
        return key("SESSION#" + key.hex(), "SESSION");
    }

    /** No address stands in a key. */
    static Map<String, AttributeValue> signInsOf(String who, Instant since) {
        return key("SIGNINS#" + Fingerprint.of("sign-in", who), "SINCE#" + since);
    }

    static Map<String, AttributeValue> store(StoreId id) {
        return key("S#" + id, "STORE");
    }

    static Map<String, AttributeValue> flow(String name, String version) {
        return key("FLOW#" + name, version);
    }

    /** One for the whole deployment: its stores share one SES account. */
    static Map<String, AttributeValue> sendingAccount() {
        return key("ACCOUNT", "SENDING");
    }

    static Map<String, AttributeValue> reconciliation() {
        return key("ACCOUNT", "SUPPRESSED");
    }

    static Map<String, AttributeValue> second(Instant within) {
        return key("RATE#" + within.getEpochSecond(), "PLACES");
    }

    /** No address stands in a key. */
    static Map<String, AttributeValue> inbox(SendingAccount.Inbox inbox) {
        return key("S#" + inbox.store() + "#I#" + Fingerprint.of("inbox", inbox.owner()), "DAY#" + inbox.day());
    }

    /** The letters in which one address followed links in one minute. */
    static Map<String, AttributeValue> crowd(StoreId store, String network, Instant minute) {
        return key("S#" + store + "#X#" + network, "MINUTE#" + minute);
    }

    static Map<String, AttributeValue> domain(String host) {
        return key("DOMAIN#" + host, "DOMAIN");
    }

    /** Keys are stored hashed: who reads the table can not write as the shop. */
    static Map<String, AttributeValue> writeKey(KeyHash key) {
        return key("KEY#" + key.hex(), "KEY");
    }

    static AttributeValue duePartition(DueItems.Queue queue, String id) {
        return duePartition(queue, Math.floorMod(id.hashCode(), DueItems.PARTITIONS));
    }

    /** One part of the due index. */
    public static AttributeValue duePartition(DueItems.Queue queue, int partition) {
        return text(switch (queue) {
                    case TO_LOOK_AFTER -> "D#";
                    case REVIEWS -> "N#";
                    case RECEIPTS -> "R#";
                    case OTHERS -> "M#";
                }
                + partition);
    }

    /** Which waiting thing a key of the due index names; nothing for a shape that a later version may have added. */
    public static Optional<DueItem> dueItem(String pk, String sk) {
        List<String> parts = List.of(pk.split("#", 4));
        if (parts.size() != 4 || !parts.get(0).equals("S")) {
            return Optional.empty();
        }
        StoreId store = new StoreId(parts.get(1));
        return switch (sk) {
            case CUSTOMER -> Optional.of(new DueItem.OfCustomer(store, new CustomerId(parts.get(3))));
            case BESTSELLERS -> Optional.of(new DueItem.OfBestsellers(store));
            case WAVE -> Optional.of(new DueItem.OfWave(store, new WaveId(parts.get(3))));
            case MESSAGE -> Optional.of(new DueItem.OfMessage(store, new MessageId(parts.get(3))));
            default -> Optional.empty();
        };
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, text(pk), SK, text(sk));
    }
}
