package dev.upswell.server.wording;

/// All about texts that are put into words, of one tenant.
///
/// @param wording puts evidence into words
/// @param prompts by which language models are asked
/// @param outputs what was written, and what people said of it
/// @param spending what it cost
/// @param currency in which prices and costs are told, for example USD
public record Wordings(Wording wording, Prompts prompts, Outputs outputs, Spending spending, String currency) {
}
