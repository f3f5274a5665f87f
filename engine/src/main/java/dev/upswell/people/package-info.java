/// A simulated world of people with tastes who watch, like and repost videos, its truth apart, and the observer that
/// recommendations are judged beside.
///
/// What the world is was fixed before any recommender was written (decision 082); whoever tunes one knows that page and not this code.
@NullMarked
package dev.upswell.people;

import org.jspecify.annotations.NullMarked;
