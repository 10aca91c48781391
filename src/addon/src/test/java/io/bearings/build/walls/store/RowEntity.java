package io.bearings.build.walls.store;

import net.java.ao.RawEntity;

/** An entity that others should not see. */
public interface RowEntity extends RawEntity<Long> {}
