package io.bearings.build.walls.rest;

import io.bearings.build.walls.store.RowEntity;

/** Goes to the store behind the feature's back. */
public class Resource {
  RowEntity row;
}
