package comeback.render;

import comeback.templates.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All words of all flows in all languages, each flow's own before the shared ones. */
final class Vocabulary {
    /** By folder, then by language. */
    private final Map<String, Map<Locale, WordsFile>> files = new TreeMap<>();

    private final Set<Locale> languages = new TreeSet<>(Comparator.comparing(Locale::getLanguage));

    private Vocabulary() {}

    /** Adds what is wrong to the problems: a language or a key that one flow has and another lacks. */
    static Vocabulary read(List<Source> sources, List<Problem> problems) {
        Vocabulary all = new Vocabulary();
        all.languages.add(WordsFile.FIRST);
        for (Source source : sources) {
            all.files.computeIfAbsent(source.folder(), folder -> new HashMap<>());
            if (!source.isTemplate()) {
                WordsFile.read(source, problems).ifPresent(all::add);
            }
        }
        all.files.forEach((folder, byLanguage) -> all.compare(folder, byLanguage, problems));
        return all;
    }

    /** The words that letters of this flow may use, in every language. */
    Map<Locale, Words> words(String flow) {
        Map<Locale, Words> spoken = new HashMap<>();
        for (Locale language : languages) {
            Map<String, Phrase> phrases = new HashMap<>();
            Stream.of(Source.PARTS, flow)
                    .flatMap(folder -> file(folder, language).stream())
                    .forEach(file -> phrases.putAll(file.phrases()));
            spoken.put(language, new Words(language, phrases));
        }
        return spoken;
    }

    /** What stands under a key in each language, as a template in that folder would find it. */
    List<Phrase> phrases(String folder, String key) {
        return languages.stream()
                .flatMap(language -> Stream.of(folder, Source.PARTS)
                        .flatMap(place -> file(place, language).stream())
                        .flatMap(file -> Optional.ofNullable(file.phrases().get(key)).stream())
                        .limit(1))
                .toList();
    }

    private void add(WordsFile file) {
        languages.add(file.language());
        files.getOrDefault(file.folder(), new HashMap<>()).put(file.language(), file);
    }

    private Optional<WordsFile> file(String folder, Locale language) {
        return Optional.ofNullable(files.getOrDefault(folder, Map.of()).get(language));
    }

    private void compare(String folder, Map<Locale, WordsFile> byLanguage, List<Problem> problems) {
        Set<String> keys = byLanguage.values().stream()
                .flatMap(file -> file.phrases().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (Locale language : languages) {
            WordsFile file = byLanguage.get(language);
            if (file == null) {
                String name = folder + "/" + WordsFile.nameFor(language);
                problems.add(new Problem(name, 1, "this words file is missing: " + spoken(language)));
                continue;
            }
            for (String key : keys) {
                if (!file.phrases().containsKey(key)) {
                    problems.add(new Problem(file.file(), 1, "\"" + key + "\" is missing; " + whoHas(key, byLanguage)));
                }
            }
        }
    }

    private static String spoken(Locale language) {
        String name = language.getDisplayLanguage(Locale.ENGLISH);
        return language.equals(WordsFile.FIRST) ? name + " is always there" : name + " is there for other flows";
    }

    private static String whoHas(String key, Map<Locale, WordsFile> byLanguage) {
        return byLanguage.values().stream()
                .flatMap(file -> Optional.ofNullable(file.phrases().get(key)).stream())
                .map(phrase -> "it is in " + phrase.file() + ":" + phrase.line())
                .sorted()
                .findFirst()
                .orElse("");
    }
}
