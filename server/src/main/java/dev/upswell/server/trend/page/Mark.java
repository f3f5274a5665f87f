package dev.upswell.server.trend.page;

import java.time.Instant;

/// Something that happened and that may be why a series moves, or why it is read otherwise: it is marked in the chart.
///
/// @param at when, by the time of the readings where that is known
/// @param type of the event; its words are the message `event.…`
/// @param about what it was about, such as a source or what a model foretells; empty where nothing says so
public record Mark(Instant at, String type, String about) {
}
