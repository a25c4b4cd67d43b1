// Package chart turns values and labels into shapes. It computes scales, axes, positions of labels, and how many rows
// fit in one chart.
//
// In: a [Chart], a look with its measures, and a [Setter], which sets text as the renderer will draw it. Out: a
// [Drawing] of shapes, which PDF and SVG renderers can both draw. It must not know pages, colours, fonts or
// editions, and must not word anything: every label comes with the chart.
package chart
