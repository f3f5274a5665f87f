package dev.upswell.server.web;

import dev.upswell.content.EntityKind;
import dev.upswell.server.web.ShellSettings.Launcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/// Looks texts up in the message bundle, in the language of the current request.
///
/// Commands stand in the bundle as "`upswell …`" and are written as this installation's [Launcher] has them.
///
/// **errors** a code without text is a bug and throws; [#sayOr] is for codes that come from stored rows.
public final class Words {

    /// British English, whose day comes before the month: what everybody gets who asks for no language that is known.
    public static final Locale ENGLISH = Locale.UK;

    private static final Locale INDONESIAN = Locale.of("id", "ID");

    /// One for everything, and one for each slice that has much to say; no key stands in two.
    private static final List<String> BUNDLES = List.of("messages", "messages-taste", "messages-ask",
            "messages-wording", "messages-theme", "messages-recommend", "messages-contest", "messages-narrative",
            "messages-weakness", "messages-refine", "messages-access",
            "messages-tenants", "messages-act", "messages-alert",
            "messages-overview", "messages-privacy", "messages-plan",
            "messages-guide", "messages-lists");

    private final MessageSource messages;
    private final Launcher launcher;
    private final @Nullable Locale language;

    /// Texts that always read the same: making them anew is a seventh of the time of a short answer. As many as the bundle has.
    private final Map<Fixed, String> fixed = new ConcurrentHashMap<>();

    private record Fixed(String code, Locale language) {
    }

    /// The names of the bundles that hold all texts, without language and ending.
    public static String[] bundles() {
        return BUNDLES.toArray(String[]::new);
    }

    /// The language that this tag, such as `id` or `en-US`, stands for; empty when no bundle is in it.
    public static Optional<Locale> language(String tag) {
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "en" -> Optional.of(ENGLISH);
            case "id" -> Optional.of(INDONESIAN);
            default -> Optional.empty();
        };
    }

    /// In the language of each request.
    public Words(MessageSource messages, Launcher launcher) {
        this(messages, launcher, null);
    }

    /// In one language, whoever asks.
    ///
    /// @param language null for that of each request
    public Words(MessageSource messages, Launcher launcher, @Nullable Locale language) {
        this.messages = messages;
        this.launcher = launcher;
        this.language = language;
    }

    /// The text of this sentence.
    public String say(Sentence sentence) {
        return say(sentence.code(), sentence.arguments().toArray());
    }

    /// The text with this code and these arguments.
    public String say(String code, Object... arguments) {
        if (arguments.length == 0) {
            return fixed.computeIfAbsent(new Fixed(code, locale()), this::text);
        }
        return launcher.spelled(messages.getMessage(code, arguments, locale()));
    }

    private String text(Fixed wanted) {
        return launcher.spelled(messages.getMessage(wanted.code(), new Object[0], wanted.language()));
    }

    /// The text with this code, or the fallback as it is when the bundle has none.
    public String sayOr(String code, String fallback) {
        String text = messages.getMessage(code, new Object[0], null, locale());
        return text == null ? fallback : launcher.spelled(text);
    }

    /// The kind's name as one thing, such as "Hashtag".
    public String kind(EntityKind kind) {
        return say("kind." + kind.label());
    }

    /// The kind's name as many things, such as "Hashtags".
    public String kinds(EntityKind kind) {
        return say("kinds." + kind.label());
    }

    /// What is foretold, such as "Hashtags within 24 h".
    public String task(EntityKind kind, int horizonHours) {
        return say("task", kinds(kind), horizonHours);
    }

    /// A name as people write it: `#` before hashtags and `@` before creators.
    public String name(EntityKind kind, String name) {
        return switch (kind) {
            case HASHTAG -> "#" + name;
            case CREATOR -> "@" + name;
            case SOUND, VIDEO -> name;
        };
    }

    /// The language that texts are in now; English where nobody asks, such as in standing work, whatever the machine speaks.
    public Locale locale() {
        if (language != null) {
            return language;
        }
        return LocaleContextHolder.getLocaleContext() == null ? ENGLISH : LocaleContextHolder.getLocale();
    }
}
