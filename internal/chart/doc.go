// Package chart turns values and labels into shapes: scales, axes, places of labels, and how many rows stand in one
// figure.
//
// In: a [Chart], and the measures of a look with a [Setter], which sets text as the renderer will draw it. Out: a
// [Drawing] of shapes, which a renderer of PDF and one of SVG draw alike.
// It must not know pages, colours, fonts or editions, and words nothing: every label comes with the chart.
package chart
