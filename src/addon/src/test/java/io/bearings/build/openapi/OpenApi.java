package io.bearings.build.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.okr.WeightBy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of all REST resources in the form of OpenAPI 3.0. */
final class OpenApi {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final List<Class<? extends Annotation>> VERBS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class);

  /** How each method of {@code Body} that reads a field is described. */
  private static final Map<String, String> READERS =
      Map.ofEntries(
          Map.entry("text", "string"),
          Map.entry("optionalText", "string"),
          Map.entry("optionalTextMap", "object"),
          Map.entry("optionalWord", "string"),
          Map.entry("optionalWeightBy", "string"),
          Map.entry("word", "string"),
          Map.entry("optionalDay", "string:date"),
          Map.entry("day", "string:date"),
          Map.entry("dayField", "string:date"),
          Map.entry("number", "number"),
          Map.entry("optionalNumber", "number"),
          Map.entry("numberField", "number"),
          Map.entry("version", "integer:int32"),
          Map.entry("optionalWhole", "integer:int32"),
          Map.entry("optionalId", "integer:int64"),
          Map.entry("textField", "string"),
          Map.entry("idField", "integer:int64"),
          Map.entry("id", "integer:int64"),
          Map.entry("optionalIds", "array:integer"),
          Map.entry("flag", "boolean"),
          Map.entry("optionalFlag", "boolean"),
          Map.entry("texts", "array:string"),
          Map.entry("optionalTexts", "array:string"),
          Map.entry("optionalObject", "record:"),
          Map.entry("objects", "array:object"));

  /** The status with which each method of {@code Answers} answers. */
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "withoutPerson",
          200,
          "ok",
          200,
          "read",
          200,
          "unlessSeen",
          200,
          "created",
          201,
          "changed",
          200,
          "saved",
          200,
          "done",
          204);

  private final ObjectNode root = JSON.createObjectNode();
  private final Map<String, ObjectNode> schemas = new TreeMap<>();
  private final java.nio.file.Path sources;
  private final ResourceCode code;

  private OpenApi(java.nio.file.Path sources, ClassLoader classes) {
    this.sources = sources;
    this.code = new ResourceCode(classes);
  }

  /**
   * Describes resources.
   *
   * @param sources the directory of the sources, for the words of their Javadoc
   * @throws IllegalStateException naming what of a resource cannot be described
   */
  static String of(Collection<Class<?>> resources, String version, java.nio.file.Path sources) {
    return new OpenApi(sources, OpenApi.class.getClassLoader()).describe(resources, version);
  }

  private String describe(Collection<Class<?>> resources, String version) {
    root.put("openapi", "3.0.3");
    root.putObject("info")
        .put("title", "Bearings")
        .put("version", version)
        .put(
            "description",
            "OKRs for Jira. Days are ISO 8601 dates, instants ISO 8601 in UTC, decimals numbers."
                + " Every request is made as a person who is logged in; a field that is not known"
                + " is refused by name.");
    root.putArray("servers").addObject().put("url", "/rest/bearings/1.0");
    Map<String, Map<String, ObjectNode>> paths = new TreeMap<>();
    resources.stream()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(resource -> describe(resource, paths));
    ObjectNode all = root.putObject("paths");
    paths.forEach((path, verbs) -> all.putObject(path).setAll(verbs));
    schemas.put("Error", error());
    root.putObject("components").putObject("schemas").setAll(schemas);
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(Class<?> resource, Map<String, Map<String, ObjectNode>> paths) {
    String base = "/" + resource.getAnnotation(Path.class).value();
    for (Method method : resource.getMethods()) {
      verb(method)
          .ifPresent(
              verb -> {
                Path own = method.getAnnotation(Path.class);
                String path = own == null ? base : base + "/" + own.value();
                ObjectNode former =
                    paths
                        .computeIfAbsent(path, absent -> new TreeMap<>())
                        .put(verb, operation(resource, method));
                if (former != null) {
                  throw new IllegalStateException(verb + " " + path + " is there twice");
                }
              });
    }
  }

  private static Optional<String> verb(Method method) {
    return VERBS.stream()
        .filter(method::isAnnotationPresent)
        .map(verb -> verb.getSimpleName().toLowerCase(Locale.ROOT))
        .findFirst();
  }

  private ObjectNode operation(Class<?> resource, Method method) {
    ObjectNode operation = JSON.createObjectNode();
    operation.putArray("tags").add(resource.getSimpleName().replace("Resource", ""));
    operation.put(
        "operationId", resource.getSimpleName().replace("Resource", "") + "_" + method.getName());
    ArrayNode parameters = JSON.createArrayNode();
    for (Parameter parameter : method.getParameters()) {
      Optional.ofNullable(parameter.getAnnotation(PathParam.class))
          .ifPresent(path -> parameter(parameters, path.value(), "path"));
      Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
          .ifPresent(query -> parameter(parameters, query.value(), "query"));
    }
    String descriptor = org.objectweb.asm.Type.getMethodDescriptor(method);
    code.lookedUp(resource, method.getName(), descriptor)
        .forEach(query -> parameter(parameters, query, "query"));
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    Map<String, ResourceCode.Field> fields = code.fields(resource, method.getName(), descriptor);
    requestBody(operation, method, fields);
    answers(operation, code.answer(resource, method.getName(), descriptor));
    operation.put("summary", summary(resource, method));
    return operation;
  }

  private void requestBody(
      ObjectNode operation, Method method, Map<String, ResourceCode.Field> fields) {
    Consumes consumes = method.getAnnotation(Consumes.class);
    if (consumes == null) {
      return;
    }
    ObjectNode content =
        operation.putObject("requestBody").put("required", true).putObject("content");
    for (String type : consumes.value()) {
      ObjectNode schema =
          type.equals(MediaType.APPLICATION_JSON)
              ? request(fields)
              : JSON.createObjectNode().put("type", "string").put("format", "binary");
      content.putObject(type).set("schema", schema);
    }
  }

  private static void parameter(ArrayNode parameters, String name, String in) {
    ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
    if (in.equals("path")) {
      parameter.put("required", true);
    }
    parameter.putObject("schema").put("type", "string");
  }

  private ObjectNode request(Map<String, ResourceCode.Field> fields) {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    fields.forEach((name, field) -> properties.set(name, field(name, field)));
    return schema;
  }

  private ObjectNode field(String name, ResourceCode.Field field) {
    String described = READERS.get(field.reader());
    if (described == null) {
      throw new IllegalStateException(
          "How Body."
              + field.reader()
              + " reads \""
              + name
              + "\" is not known to "
              + OpenApi.class);
    }
    if (described.equals("record:")) {
      return request(field.inner());
    }
    String[] parts = described.split(":");
    ObjectNode schema = JSON.createObjectNode().put("type", parts[0]);
    if (parts[0].equals("array")) {
      schema.set(
          "items",
          parts[1].equals("object")
              ? request(field.inner())
              : JSON.createObjectNode().put("type", parts[1]));
    } else if (parts.length > 1) {
      schema.put("format", parts[1]);
    }
    if (field.reader().equals("optionalWeightBy")) {
      schema.put("pattern", "^(" + WeightBy.PATTERN + ")$");
    }
    if (!field.words().isEmpty()) {
      field.words().forEach(schema.putArray("enum")::add);
    }
    return schema;
  }

  private void answers(ObjectNode operation, ResourceCode.Answer answer) {
    Integer status = STATUSES.get(answer.method());
    if (status == null) {
      throw new IllegalStateException(
          "What Answers." + answer.method() + " answers is not known to " + OpenApi.class);
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode success = responses.putObject(String.valueOf(status));
    success.put("description", "Done");
    answer
        .type()
        .ifPresent(
            type ->
                success
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema(type)));
    responses
        .putObject("default")
        .put("description", "Refused: 400, 401, 403, 404, 409, 429 or 503, and why")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Error");
  }

  private static ObjectNode error() {
    ObjectNode schema = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("errorMessages")
        .put("type", "array")
        .putObject("items")
        .put("type", "string");
    properties
        .putObject("errors")
        .put("type", "object")
        .put("description", "What is wrong with each field, by its name")
        .putObject("additionalProperties")
        .put("type", "string");
    return schema;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      if (Collection.class.isAssignableFrom(raw)) {
        ObjectNode array = JSON.createObjectNode().put("type", "array");
        array.set("items", schema(arguments[0]));
        return array;
      }
      if (Map.class.isAssignableFrom(raw)) {
        ObjectNode map = JSON.createObjectNode().put("type", "object");
        map.set("additionalProperties", schema(arguments[1]));
        return map;
      }
      return schema(raw);
    }
    Class<?> plain = type instanceof Class<?> known ? known : Object.class;
    return plain.isRecord() ? reference(plain) : simple(plain);
  }

  private static ObjectNode simple(Class<?> type) {
    ObjectNode schema = JSON.createObjectNode();
    if (type == String.class) {
      return schema.put("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.put("type", "boolean");
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
      return schema.put("type", "integer");
    }
    if (type == BigDecimal.class || type == double.class || type == Double.class) {
      return schema.put("type", "number");
    }
    return schema;
  }

  private ObjectNode reference(Class<?> type) {
    String name = name(type);
    if (!schemas.containsKey(name)) {
      ObjectNode schema = JSON.createObjectNode().put("type", "object");
      // Known before its components are looked at: one of them may hold the same again.
      schemas.put(name, schema);
      ObjectNode properties = schema.putObject("properties");
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(component.getName(), schema(component.getGenericType()));
      }
    }
    return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static String name(Class<?> type) {
    Class<?> enclosing = type.getEnclosingClass();
    String outer = enclosing == null || !enclosing.isRecord() ? "" : name(enclosing);
    String own = type.getSimpleName();
    return outer + (own.endsWith("View") ? own.substring(0, own.length() - 4) : own);
  }

  /** The first sentence of a method's Javadoc. */
  private String summary(Class<?> resource, Method method) {
    java.nio.file.Path file = sources.resolve(resource.getName().replace('.', '/') + ".java");
    try {
      Pattern documented =
          Pattern.compile(
              "/\\*\\*((?:(?!\\*/).)*)\\*/(?:\\s*@\\w+(?:\\([^()]*\\))?)*\\s*public Response "
                  + method.getName()
                  + "\\(",
              Pattern.DOTALL);
      Matcher matcher = documented.matcher(Files.readString(file));
      if (!matcher.find()) {
        throw new IllegalStateException(
            resource.getSimpleName() + "." + method.getName() + " has no Javadoc");
      }
      String text =
          Arrays.stream(matcher.group(1).split("\\n"))
              .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
              .takeWhile(line -> !line.startsWith("@"))
              .reduce("", (all, line) -> (all + " " + line).strip());
      return text.replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("(?s)\\. .*", ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
