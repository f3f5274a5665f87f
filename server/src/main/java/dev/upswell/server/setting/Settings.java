package dev.upswell.server.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The settings in force: defaults, overridden by `upswell.yaml` in the data folder, then by the environment, then by flags.
///
/// @param data the folder of the embedded database, lake and logs
public record Settings(Path data, Map<Setting, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /// Merges the four layers.
    ///
    /// **errors** [Refused] with all problems: unknown keys with the nearest legal one, values that do not fit.
    public static Settings read(Path data, Map<String, String> environment, Map<Setting, String> flags) {
        List<String> problems = new ArrayList<>();
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.defaultValue());
        }
        Path file = data.resolve("upswell.yaml");
        if (Files.exists(file)) {
            flatten("", parse(file, problems), file.toString(), values, problems);
        }
        for (Setting setting : Setting.values()) {
            String given = environment.get(setting.environmentVariable());
            if (given != null) {
                accept(setting, given, "environment variable " + setting.environmentVariable(), values, problems);
            }
        }
        flags.forEach((setting, value) -> accept(setting, value, "the command line", values, problems));
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return new Settings(data, values);
    }

    /// The same with this value.
    public Settings with(Setting setting, String value) {
        Map<Setting, String> changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new Settings(data, changed);
    }

    /// The same with these keys of providers, by name, where it has none of its own.
    public Settings withKeys(Map<String, String> keys) {
        Map<Setting, String> changed = new EnumMap<>(values);
        keys.forEach((name, key) -> Setting.find(name).filter(setting -> text(setting).isBlank())
                .ifPresent(setting -> changed.put(setting, key)));
        return new Settings(data, changed);
    }

    /// What is set of the keys of providers, by name; empty where nothing is.
    public Map<String, String> keys() {
        return Setting.keys().stream().collect(Collectors.toMap(Setting::key, this::text));
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue());
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    private static Object parse(Path file, List<String> problems) {
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return tree == null ? Map.of() : tree;
        } catch (YAMLException e) {
            problems.add(file + ": not valid YAML: " + e.getMessage());
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String path, Object tree, String origin, Map<Setting, String> values,
            List<String> problems) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, child) -> flatten(path.isEmpty() ? key.toString() : path + "." + key,
                    child == null ? "" : child, origin, values, problems));
            return;
        }
        Setting.find(path).ifPresentOrElse(setting -> accept(setting, tree.toString(), origin, values, problems),
                () -> problems.add(origin + ": unknown setting " + path + "; maybe you mean "
                        + Setting.nearest(path).key()));
    }

    private static void accept(Setting setting, String value, String origin, Map<Setting, String> values,
            List<String> problems) {
        if (setting.accepts(value)) {
            values.put(setting, value);
        } else {
            String refused = setting.isAddress()
                    ? "what was given, which is not shown because an address may hold a key"
                    : setting.isSecret() ? "what was given, which is not shown" : "\"" + value + "\"";
            problems.add(origin + ": " + setting.key() + " cannot be " + refused + ". " + setting.meaning());
        }
    }

    /// Names the settings without their values, because some are secrets.
    @Override
    public String toString() {
        return "Settings[data=" + data + "]";
    }

    /// Settings that cannot be used; the message lists every problem at once, with where each value came from.
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        Refused(List<String> problems) {
            super(String.join("\n", problems));
            this.problems = List.copyOf(problems);
        }

        /// Every problem, with where the value came from.
        public List<String> problems() {
            return problems;
        }
    }
}
