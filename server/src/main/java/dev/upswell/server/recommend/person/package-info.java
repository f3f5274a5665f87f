/// What is known of the person who asks, from profiles and from what they did, and of the library beside it.
@NullMarked
package dev.upswell.server.recommend.person;

import org.jspecify.annotations.NullMarked;
