// Package chart turns values and labels into shapes. It computes scales, axes, positions of labels, and how many rows
// fit in one figure.
//
// In: a [Chart], a look with its measures, and a [Setter], which sets text as the renderer will draw it. Out: a
// [Drawing] of shapes, which renderers of PDF and SVG can draw alike. It must not know pages, colours, fonts or
// editions, and must not word anything: every label comes with the chart.
package chart
