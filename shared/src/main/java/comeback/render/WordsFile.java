package comeback.render;

import comeback.templates.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One words file: a property file in UTF-8, one language of one flow.
 *
 * @param folder the flow, or {@value Source#PARTS}
 * @param name of the file
 * @param language that it speaks
 * @param phrases by key, in the order of the file
 */
record WordsFile(String folder, String name, Locale language, Map<String, Phrase> phrases) {
    static final Locale FIRST = Locale.ENGLISH;

    private static final Pattern NAME = Pattern.compile("words(?:_([a-z]{2,3}))?\\.properties");

    static String nameFor(Locale language) {
        return language.equals(FIRST) ? "words.properties" : "words_" + language.getLanguage() + ".properties";
    }

    String file() {
        return folder + "/" + name;
    }

    /** Nothing when it is no words file at all; that is among the problems then. */
    static Optional<WordsFile> read(Source source, List<Problem> problems) {
        Matcher name = NAME.matcher(source.name());
        if (!name.matches()) {
            problems.add(new Problem(
                    source.file(), 1, "words are in words.properties (English) or words_xx.properties, xx a language"));
            return Optional.empty();
        }
        Locale language = name.group(1) == null ? FIRST : Locale.of(name.group(1));
        WordsFile file = new WordsFile(source.folder(), source.name(), language, new LinkedHashMap<>());
        file.fill(source.text(), problems);
        return Optional.of(file);
    }

    /** Entry by entry, because Properties alone would neither know lines nor mind a key that is there twice. */
    private void fill(String text, List<Problem> problems) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder entry = new StringBuilder(lines.get(i));
            boolean isRemark = entry.toString().stripLeading().matches("[#!].*");
            while (!isRemark && isContinued(lines.get(i)) && i + 1 < lines.size()) {
                i++;
                entry.append('\n').append(lines.get(i));
            }
            add(entry.toString(), first + 1, problems);
        }
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void add(String entry, int line, List<Problem> problems) {
        try {
            Properties one = new Properties();
            one.load(new StringReader(entry));
            for (String key : one.stringPropertyNames()) {
                String pattern = one.getProperty(key, "");
                if (pattern.isBlank()) {
                    problems.add(new Problem(file(), line, "\"" + key + "\" has no words"));
                } else if (phrases.putIfAbsent(key, new Phrase(file(), line, pattern, language)) != null) {
                    problems.add(new Problem(file(), line, "\"" + key + "\" is in this file twice"));
                }
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(file(), line, "these words cannot be read: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string", e);
        }
    }
}
