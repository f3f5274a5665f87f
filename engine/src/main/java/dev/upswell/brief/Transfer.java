package dev.upswell.brief;

import dev.upswell.pattern.Choice;
import java.util.List;

/// What holds across the hashtags of a client.
///
/// @param hashtags how many were analysed
/// @param universal choices that hold in at least four of five of them
public record Transfer(int hashtags, List<Choice> universal) {

    public Transfer {
        universal = List.copyOf(universal);
    }
}
