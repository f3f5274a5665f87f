/// Lists that are served to simulated people and what they do with them. It knows the truth and asks those that are judged; none of those
/// knows it.
@NullMarked
package dev.upswell.people.judge.served;

import org.jspecify.annotations.NullMarked;
