/** One node of a mapping. Scalars are text as it was written: `007` keeps its zeros, and `no` is no boolean. */
export type YamlNode = YamlText | YamlList | YamlMap;

/** Every node knows where it stands, as in `mapping.yaml, line 3`. */
export interface Placed {
  readonly where: string;
}

export interface YamlText extends Placed {
  readonly kind: "text";
  readonly text: string;
}

export interface YamlList extends Placed {
  readonly kind: "list";
  readonly nodes: readonly YamlNode[];
}

/** A key, the place of the key, and its value. */
export interface YamlEntry extends Placed {
  readonly key: string;
  readonly value: YamlNode;
}

export interface YamlMap extends Placed {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
}
