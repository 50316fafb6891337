package io.monthend.tasks;

import io.monthend.tasks.Diagrams.Mark;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a process from the layout in its file. What an element is and what has become of it are
 * classes for a style sheet, and a title that is read aloud.
 */
final class DiagramDrawing {

  private static final int MARGIN = 20;
  private static final int ARROW = 8;
  private static final int LINE_HEIGHT = 14;
  private static final int TASK_PADDING = 12;

  private final BpmnModel model;
  private final Map<Mark, Set<String>> marks;
  private final UnaryOperator<String> words;
  private final StringBuilder svg = new StringBuilder();

  DiagramDrawing(BpmnModel model, Map<Mark, Set<String>> marks, UnaryOperator<String> words) {
    this.model = model;
    this.marks = marks;
    this.words = words;
  }

  String svg() {
    Process process = model.getMainProcess();
    List<GraphicInfo> drawn = drawn();
    int left = drawn.stream().mapToInt(DiagramDrawing::x).min().orElse(0);
    int top = drawn.stream().mapToInt(DiagramDrawing::y).min().orElse(0);
    int right = drawn.stream().mapToInt(DiagramDrawing::right).max().orElse(0);
    int bottom = drawn.stream().mapToInt(DiagramDrawing::bottom).max().orElse(0);
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"process-diagram\" role=\"img\" viewBox=\"%d %d %d %d\">"
            .formatted(
                left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN));
    add("<title>%s</title>".formatted(text(words("", process.getName()))));
    draw(process.getFlowElements());
    return svg.append("</svg>").toString();
  }

  private List<GraphicInfo> drawn() {
    return Stream.of(
            model.getLocationMap().values().stream(),
            model.getLabelLocationMap().values().stream(),
            model.getFlowLocationMap().values().stream().flatMap(List::stream))
        .flatMap(places -> places)
        .toList();
  }

  /** Frames first, then the ways between, then what stands on them. */
  private void draw(Collection<FlowElement> elements) {
    elements.stream().filter(SubProcess.class::isInstance).forEach(this::frame);
    elements.stream().filter(SequenceFlow.class::isInstance).forEach(this::way);
    elements.stream()
        .filter(element -> !(element instanceof SubProcess || element instanceof SequenceFlow))
        .sorted((a, b) -> Boolean.compare(a instanceof BoundaryEvent, b instanceof BoundaryEvent))
        .forEach(this::shape);
  }

  private void frame(FlowElement element) {
    SubProcess frame = (SubProcess) element;
    GraphicInfo at = model.getGraphicInfo(frame.getId());
    begin("frame", frame);
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\"/>"
            .formatted(x(at), y(at), width(at), height(at)));
    lines(List.of(name(frame)), x(at) + 10, y(at) + 18, "start");
    add("</g>");
    draw(frame.getFlowElements());
  }

  private void way(FlowElement element) {
    List<GraphicInfo> points = model.getFlowLocationGraphicInfo(element.getId());
    begin("way", element);
    StringBuilder path = new StringBuilder();
    for (GraphicInfo point : points) {
      path.append(path.isEmpty() ? "M" : " L").append(x(point)).append(' ').append(y(point));
    }
    add("<path d=\"%s\"/>".formatted(path));
    arrow(points.get(points.size() - 2), points.getLast());
    label(element);
    add("</g>");
  }

  private void arrow(GraphicInfo from, GraphicInfo to) {
    int dx = Integer.signum(x(to) - x(from));
    int dy = Integer.signum(y(to) - y(from));
    int x = x(to) - dx * ARROW;
    int y = y(to) - dy * ARROW;
    add(
        "<polygon points=\"%d,%d %d,%d %d,%d\"/>"
            .formatted(
                x(to),
                y(to),
                x - dy * ARROW / 2,
                y - dx * ARROW / 2,
                x + dy * ARROW / 2,
                y + dx * ARROW / 2));
  }

  private void shape(FlowElement element) {
    GraphicInfo at = model.getGraphicInfo(element.getId());
    int x = x(at) + width(at) / 2;
    int y = y(at) + height(at) / 2;
    if (element instanceof Event event) {
      begin(element instanceof EndEvent ? "event end" : "event", element);
      circle(event, x, y, width(at) / 2);
      label(element);
    } else if (element instanceof Gateway) {
      begin("gateway", element);
      add(
          "<polygon points=\"%d,%d %d,%d %d,%d %d,%d\"/>"
              .formatted(x, y(at), right(at), y, x, bottom(at), x(at), y));
      label(element);
    } else {
      begin(element instanceof UserTask ? "task person" : "task", element);
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>"
              .formatted(x(at), y(at), width(at), height(at)));
      List<String> lines = TextLines.wrap(name(element), width(at) - TASK_PADDING);
      lines(lines, x, y - (lines.size() - 1) * LINE_HEIGHT / 2 + 4, "middle");
    }
    add("</g>");
  }

  private void circle(Event event, int x, int y, int radius) {
    add("<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(x, y, radius));
    if (event instanceof BoundaryEvent || event instanceof IntermediateCatchEvent) {
      add("<circle class=\"inner\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(x, y, radius - 4));
    }
    if (event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
      add("<path class=\"sign\" d=\"M%d %d v-8 M%d %d h6\"/>".formatted(x, y, x, y));
    }
    if (event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance)) {
      add("<path class=\"sign\" d=\"M%d %d h16 v10 h-16 z l8 6 l8 -6\"/>".formatted(x - 8, y - 5));
    }
  }

  private void label(FlowElement element) {
    GraphicInfo at = model.getLabelGraphicInfo(element.getId());
    if (at == null || element.getName() == null) {
      return;
    }
    int middle = x(at) + width(at) / 2;
    lines(TextLines.wrap(name(element), width(at)), middle, y(at) + LINE_HEIGHT - 3, "middle");
  }

  private void lines(List<String> lines, int x, int y, String anchor) {
    add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">".formatted(x, y, anchor));
    for (int i = 0; i < lines.size(); i++) {
      add(
          "<tspan x=\"%d\" dy=\"%d\">%s</tspan>"
              .formatted(x, i == 0 ? 0 : LINE_HEIGHT, text(lines.get(i))));
    }
    add("</text>");
  }

  private void begin(String kind, FlowElement element) {
    Mark mark = markOf(element.getId());
    String state = mark == null ? "untouched" : mark.name().toLowerCase(Locale.ROOT);
    add("<g class=\"%s %s\">".formatted(kind, state));
    if (element.getName() != null) {
      String said = mark == null ? "" : ": " + words.apply("diagram." + state);
      add("<title>%s</title>".formatted(text(name(element) + said)));
    }
  }

  private @Nullable Mark markOf(String id) {
    for (Mark mark : List.of(Mark.CURRENT, Mark.DONE, Mark.POSSIBLE)) {
      if (marks.getOrDefault(mark, Set.of()).contains(id)) {
        return mark;
      }
    }
    return null;
  }

  private String name(FlowElement element) {
    return words("." + element.getId(), element.getName() == null ? "" : element.getName());
  }

  private String words(String key, String otherwise) {
    String asked = model.getMainProcess().getId() + key;
    String found = words.apply(asked);
    return found.equals(asked) ? otherwise : found;
  }

  private void add(String part) {
    svg.append(part).append('\n');
  }

  private static String text(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static int x(GraphicInfo at) {
    return (int) at.getX();
  }

  private static int y(GraphicInfo at) {
    return (int) at.getY();
  }

  private static int width(GraphicInfo at) {
    return (int) at.getWidth();
  }

  private static int height(GraphicInfo at) {
    return (int) at.getHeight();
  }

  private static int right(GraphicInfo at) {
    return x(at) + width(at);
  }

  private static int bottom(GraphicInfo at) {
    return y(at) + height(at);
  }
}
