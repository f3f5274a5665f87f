package dev.upswell.server.ask.answer;

import dev.upswell.ask.Language;
import dev.upswell.brief.ChoiceWords;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import dev.upswell.server.ask.Spoken;

/// A creative choice in the words that documents have for it.
record PatternText(Choice choice, DurationBucket bucket) implements Spoken {

    @Override
    public String in(Language language) {
        return ChoiceWords.in(language.locale()).say(choice, bucket);
    }
}
