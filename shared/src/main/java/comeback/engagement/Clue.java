package comeback.engagement;

/** What speaks against a person, and how much. Changing a number is a new version of {@link Judge#RULES}. */
public enum Clue {
    NO_AGENT(50, "it gave no name"),
    AUTOMATON(70, "it calls itself a program"),
    PICTURE_PROXY(0, "a mailbox provider's proxy asked for the picture"),
    PREFETCHED(0, "the mail program fetches all pictures beforehand"),
    BEFORE_ARRIVAL(70, "the letter had not arrived yet"),
    WITHIN_SECONDS(50, "within 5 s of the letter's arrival"),
    WITHIN_A_MINUTE(15, "within a minute of the letter's arrival"),
    AT_ONCE(50, "another link was followed in the same second"),
    SEVERAL_LINKS(50, "3 links within 10 s"),
    MANY_LINKS(70, "4 links or more within 10 s"),
    WHERE_A_MACHINE_WAS(50, "from an address that followed many links of this letter before"),
    CROWD(40, "the same address followed links of 5 letters or more at that time");

    private final int points;
    private final String words;

    Clue(int points, String words) {
        this.points = points;
        this.words = words;
    }

    public int points() {
        return points;
    }

    /** As told to a person. */
    public String words() {
        return words;
    }
}
