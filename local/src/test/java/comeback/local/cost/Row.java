package comeback.local.cost;

/** What is measured, as the README names it. */
enum Row {
    FIRST_EVENT("the first event of somebody unknown, nothing due"),
    NEXT_EVENT("another event of a customer whose alarm stands, nothing due"),
    SAME_EVENT("the same event again"),
    SESSION("12 changes of a cart and the purchase, with their decisions"),
    REARMED("an alarm that comes too early and is set again"),
    SENT("a message from the stream to settled"),
    TOLD("what SES tells about it: sent, delivered"),
    COUNTED("the order, its letter, that it went and arrived are counted"),
    OPENED("SES tells that it was opened"),
    CLICKED("SES tells that a link in it was followed"),
    JUDGED("ten minutes of sweeps, which find out that a person followed it and tell their customer"),
    COUNTED_CLICK("that a person followed it is counted, and which order it brought"),
    UNSUBSCRIBED("an unsubscribe"),
    SKIPPED("a message that must not go any more"),
    REMINDED("a cart reminder, from its alarm to delivered, in all functions"),
    BOUGHT("an order, its letter and its end, in all functions"),
    TOLD_IT_IS_BACK("100 people who asked are told that it is back, up to the birth of their letters");

    private final String title;

    Row(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
