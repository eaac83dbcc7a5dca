package dev.bottrace.target;

/** More variables than one byte can number. */
final class ManyLocalsTarget {
  private ManyLocalsTarget() {}

  private static double many(int seed) {
    long v0 = seed + 0;
    double v1 = seed + 1;
    int v2 = seed + 2;
    long v3 = seed + 3;
    double v4 = seed + 4;
    int v5 = seed + 5;
    long v6 = seed + 6;
    double v7 = seed + 7;
    int v8 = seed + 8;
    long v9 = seed + 9;
    double v10 = seed + 10;
    int v11 = seed + 11;
    long v12 = seed + 12;
    double v13 = seed + 13;
    int v14 = seed + 14;
    long v15 = seed + 15;
    double v16 = seed + 16;
    int v17 = seed + 17;
    long v18 = seed + 18;
    double v19 = seed + 19;
    int v20 = seed + 20;
    long v21 = seed + 21;
    double v22 = seed + 22;
    int v23 = seed + 23;
    long v24 = seed + 24;
    double v25 = seed + 25;
    int v26 = seed + 26;
    long v27 = seed + 27;
    double v28 = seed + 28;
    int v29 = seed + 29;
    long v30 = seed + 30;
    double v31 = seed + 31;
    int v32 = seed + 32;
    long v33 = seed + 33;
    double v34 = seed + 34;
    int v35 = seed + 35;
    long v36 = seed + 36;
    double v37 = seed + 37;
    int v38 = seed + 38;
    long v39 = seed + 39;
    double v40 = seed + 40;
    int v41 = seed + 41;
    long v42 = seed + 42;
    double v43 = seed + 43;
    int v44 = seed + 44;
    long v45 = seed + 45;
    double v46 = seed + 46;
    int v47 = seed + 47;
    long v48 = seed + 48;
    double v49 = seed + 49;
    int v50 = seed + 50;
    long v51 = seed + 51;
    double v52 = seed + 52;
    int v53 = seed + 53;
    long v54 = seed + 54;
    double v55 = seed + 55;
    int v56 = seed + 56;
    long v57 = seed + 57;
    double v58 = seed + 58;
    int v59 = seed + 59;
    long v60 = seed + 60;
    double v61 = seed + 61;
    int v62 = seed + 62;
    long v63 = seed + 63;
    double v64 = seed + 64;
    int v65 = seed + 65;
    long v66 = seed + 66;
    double v67 = seed + 67;
    int v68 = seed + 68;
    long v69 = seed + 69;
    double v70 = seed + 70;
    int v71 = seed + 71;
    long v72 = seed + 72;
    double v73 = seed + 73;
    int v74 = seed + 74;
    long v75 = seed + 75;
    double v76 = seed + 76;
    int v77 = seed + 77;
    long v78 = seed + 78;
    double v79 = seed + 79;
    int v80 = seed + 80;
    long v81 = seed + 81;
    double v82 = seed + 82;
    int v83 = seed + 83;
    long v84 = seed + 84;
    double v85 = seed + 85;
    int v86 = seed + 86;
    long v87 = seed + 87;
    double v88 = seed + 88;
    int v89 = seed + 89;
    long v90 = seed + 90;
    double v91 = seed + 91;
    int v92 = seed + 92;
    long v93 = seed + 93;
    double v94 = seed + 94;
    int v95 = seed + 95;
    long v96 = seed + 96;
    double v97 = seed + 97;
    int v98 = seed + 98;
    long v99 = seed + 99;
    double v100 = seed + 100;
    int v101 = seed + 101;
    long v102 = seed + 102;
    double v103 = seed + 103;
    int v104 = seed + 104;
    long v105 = seed + 105;
    double v106 = seed + 106;
    int v107 = seed + 107;
    long v108 = seed + 108;
    double v109 = seed + 109;
    int v110 = seed + 110;
    long v111 = seed + 111;
    double v112 = seed + 112;
    int v113 = seed + 113;
    long v114 = seed + 114;
    double v115 = seed + 115;
    int v116 = seed + 116;
    long v117 = seed + 117;
    double v118 = seed + 118;
    int v119 = seed + 119;
    long v120 = seed + 120;
    double v121 = seed + 121;
    int v122 = seed + 122;
    long v123 = seed + 123;
    double v124 = seed + 124;
    int v125 = seed + 125;
    long v126 = seed + 126;
    double v127 = seed + 127;
    int v128 = seed + 128;
    long v129 = seed + 129;
    double v130 = seed + 130;
    int v131 = seed + 131;
    long v132 = seed + 132;
    double v133 = seed + 133;
    int v134 = seed + 134;
    long v135 = seed + 135;
    double v136 = seed + 136;
    int v137 = seed + 137;
    long v138 = seed + 138;
    double v139 = seed + 139;
    int counter = 0;
    while (counter < 3) {
      counter++;
      counter += 1000;
      v139 += counter;
    }
    return v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16
        + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31
        + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44 + v45 + v46
        + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58 + v59 + v60 + v61
        + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72 + v73 + v74 + v75 + v76
        + v77 + v78 + v79 + v80 + v81 + v82 + v83 + v84 + v85 + v86 + v87 + v88 + v89 + v90 + v91
        + v92 + v93 + v94 + v95 + v96 + v97 + v98 + v99 + v100 + v101 + v102 + v103 + v104 + v105
        + v106 + v107 + v108 + v109 + v110 + v111 + v112 + v113 + v114 + v115 + v116 + v117 + v118
        + v119 + v120 + v121 + v122 + v123 + v124 + v125 + v126 + v127 + v128 + v129 + v130 + v131
        + v132 + v133 + v134 + v135 + v136 + v137 + v138 + v139;
  }

  public static void main(String[] args) {
    System.out.println(many(1));
  }
}
