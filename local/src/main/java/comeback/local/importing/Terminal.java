package comeback.local.importing;

import java.io.PrintStream;

/** Where a person looks on. How far it is stands in the last line, which is written over. */
public final class Terminal implements ImportRun.Screen {
    private static final String LINE_AGAIN = "\r\u001b[2K";

    private final PrintStream out;
    private String shown = "";

    public Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void say(String line) {
        out.println((shown.isEmpty() ? "" : LINE_AGAIN) + line);
        out.print(shown);
        out.flush();
    }

    @Override
    public void show(String line) {
        out.print((shown.isEmpty() ? "" : LINE_AGAIN) + line);
        out.flush();
        shown = line;
    }
}
